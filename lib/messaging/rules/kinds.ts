import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { formatMoney } from '@/lib/kernel/fen';

/** What a message may say. Never an ID number, a whole account, or a password beside a full identity. */
export type MessageFacts = {
  readonly programme: string;
  /** 受理编号, or the case's own word where it has none yet. */
  readonly number: string;
  readonly amountFen: number | null;
  readonly deadline: ShanghaiDay | null;
  /** First comment of a return, reason of a refusal or failure, the next step of a reminder; one line. */
  readonly reason: string | null;
  readonly receiptNumber: string | null;
  readonly account: string | null;
};

export type MessageText = { readonly sms: string; readonly subject: string; readonly lines: readonly string[] };

const amount = (facts: MessageFacts) => (facts.amountFen === null ? '' : formatMoney(facts.amountFen));
const until = (facts: MessageFacts) => (facts.deadline ? `请于${formatDay(facts.deadline)}前` : '请尽快');
const because = (facts: MessageFacts) => facts.reason ?? '详见系统';

/** One row per kind: what goes out by SMS and by mail. The edges of the lives name their kind; a test holds both together. */
export const MESSAGES = {
  submitted: (f) => ({
    sms: `您的申请${f.number}已提交，请留意审核进度。`,
    subject: `申请已提交：${f.number}`,
    lines: [`您申报的${f.programme}已提交，受理编号 ${f.number}。`, '业务人员将尽快审核，结果会以短信和邮件告知。'],
  }),
  withdrawn: (f) => ({
    sms: `您的申请${f.number}已撤回。`,
    subject: `申请已撤回：${f.number}`,
    lines: [`您申报的${f.programme}（${f.number}）已撤回，不再审核。`],
  }),
  returned: (f) => ({
    sms: `申请${f.number}被退回，${until(f)}登录修改。`,
    subject: `申请被退回，请修改：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）需要修改。`,
      `第一条意见：${because(f)}`,
      `${until(f)}登录系统，按审核意见修改后重新提交；逾期未提交将结束办理。`,
    ],
  }),
  'return-reminder': (f) => ({
    sms: `申请${f.number}尚未补正，${until(f)}重新提交。`,
    subject: `补正期限将到：${f.number}`,
    lines: [`您申报的${f.programme}（${f.number}）退回后尚未重新提交。`, `${until(f)}完成修改，逾期将结束办理。`],
  }),
  expired: (f) => ({
    sms: `申请${f.number}逾期未补正，已结束办理。`,
    subject: `申请已逾期：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）在期限内没有重新提交，已结束办理。`,
      '如有特殊情况，可在三十日内申请延期一次。',
    ],
  }),
  'draft-reminder': (f) => ({
    sms: `您有申请草稿尚未提交，${until(f)}提交，逾期不再受理。`,
    subject: `申请尚未提交：${f.programme}`,
    lines: [`您的${f.programme}申请还是草稿，没有提交。`, `${until(f)}补齐内容并确认提交；本期截止后不能再提交。`],
  }),
  'extension-answered': (f) => ({
    sms: f.deadline ? `申请${f.number}的延期已同意，${until(f)}提交。` : `申请${f.number}的延期未获同意，请登录查看。`,
    subject: `延期已答复：${f.number}`,
    lines: f.deadline
      ? [`您申报的${f.programme}（${f.number}）已同意延期。`, `${until(f)}完成修改并重新提交。`]
      : [`您申报的${f.programme}（${f.number}）申请延期，未获同意。`, `理由：${because(f)}`],
  }),
  'case-message': (f) => ({
    sms: `申请${f.number}有业务人员的新留言，请登录查看。`,
    subject: `新留言：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）有业务人员的新留言。`,
      '请登录系统，在申请页面的“留言”中查看和回复。',
    ],
  }),
  'case-message-to-staff': (f) => ({
    sms: `申请${f.number}有企业新留言，请登录查看。`,
    subject: `企业新留言：${f.number}`,
    lines: [`${f.programme}（${f.number}）有申报单位的新留言。`, '请登录工作台，在“企业留言”中查看和回复。'],
  }),
  'case-handed-over': (f) => ({
    sms: `申请${f.number}已转交给您办理，请登录工作台查看。`,
    subject: `申请已转交给您：${f.number}`,
    lines: [
      `${f.programme}（${f.number}）已转交给您办理。`,
      `说明：${because(f)}`,
      '请登录工作台，在“我在办理”中继续办理。',
    ],
  }),
  'opinion-asked': (f) => ({
    sms: `申请${f.number}请您提意见（加签），请登录工作台查看。`,
    subject: `请您提意见：${f.number}`,
    lines: [`同事请您就${f.programme}（${f.number}）提意见。`, `说明：${because(f)}`, '请登录工作台，在“加签”中答复。'],
  }),
  approved: (f) => ({
    sms: `申请${f.number}审核通过，核定${amount(f)}，将公示。`,
    subject: `审核通过：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）审核通过，核定金额 ${amount(f)}。`,
      '名单将向社会公示，公示期满后启动资金拨付。',
    ],
  }),
  rejected: (f) => ({
    sms: `申请${f.number}不予支持，请登录查看理由。`,
    subject: `审核结果：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）不予支持。`,
      `理由：${because(f)}`,
      '如有异议，可在十个工作日内提出一次复核申请。',
    ],
  }),
  'on-notice': (f) => ({
    sms: `申请${f.number}已开始公示。`,
    subject: `开始公示：${f.number}`,
    lines: [`您申报的${f.programme}（${f.number}）已列入公示名单。`, '公示期满无异议的，将启动资金拨付。'],
  }),
  'disbursement-opened': (f) => ({
    sms: `申请${f.number}可拨付${amount(f)}，请登录上传在职证明。`,
    subject: `资金拨付已启动：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）已启动拨付，金额 ${amount(f)}。`,
      '请登录“人才资金拨付申请”，上传在职证明，确认账户和联系人，打印并上传收据。',
    ],
  }),
  'disbursement-reminder': (f) => ({
    sms: `申请${f.number}拨付待办：${because(f)}。${until(f)}办理。`,
    subject: `拨付待办提醒：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）拨付尚待办理，金额 ${amount(f)}。`,
      `下一步：${because(f)}。`,
      `${until(f)}登录“人才资金拨付申请”办理，逾期未办理的，本次拨付将失效。`,
    ],
  }),
  'disbursement-cancelled': (f) => ({
    sms: `申请${f.number}已移出本批次，将另行安排。`,
    subject: `移出拨付批次：${f.number}`,
    lines: [`您申报的${f.programme}（${f.number}）已移出本批次。`, `原因：${because(f)}`],
  }),
  'account-changed': (f) => ({
    sms: `申请${f.number}的收款信息已变更，非本人操作请致电。`,
    subject: `收款信息已变更：${f.number}`,
    lines: [`${f.number}的银行账户或联系人已变更，此前打印的收据不能再用。`, '如不是本单位操作，请立即联系技术支持。'],
  }),
  'name-changed': (f) => ({
    sms: `申请${f.number}因企业更名，须重新确认并打印收据。`,
    subject: `企业更名，请重新打印收据：${f.number}`,
    lines: [
      `贵单位名称已变更，${f.number}此前打印的收据${f.receiptNumber ?? ''}作废。`,
      '请登录系统，用新名称的银行账户重新确认，再打印、盖章、上传收据。',
    ],
  }),
  'photograph-received': (f) => ({
    sms: `收据${f.receiptNumber ?? ''}已收到，审核后告知结果。`,
    subject: `收据已收到：${f.receiptNumber ?? f.number}`,
    lines: [`收据 ${f.receiptNumber ?? ''} 的照片已提交，金额 ${amount(f)}。`, '财务人员审核后转账。'],
  }),
  'receipt-printable': (f) => ({
    sms: `申请${f.number}的字库已补，请登录打印收据。`,
    subject: `可以打印收据了：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）此前因字库缺字不能打印收据，所缺的字已经补上。`,
      '请登录“人才资金拨付申请”，点击“打印收据”，盖章后上传。',
    ],
  }),
  'receipt-returned': (f) => ({
    sms: `收据${f.receiptNumber ?? ''}被退回，请登录查看并重新上传。`,
    subject: `收据被退回：${f.receiptNumber ?? f.number}`,
    lines: [`收据 ${f.receiptNumber ?? ''} 被退回。`, `原因：${because(f)}`, '请登录“人才资金拨付申请”办理。'],
  }),
  paid: (f) => ({
    sms: `申请${f.number}的补贴${amount(f)}已付，请查收。`,
    subject: `补贴已拨付：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）已付款 ${amount(f)}。`,
      `转入账户 ${f.account ?? ''}，附言：${f.programme} ${f.receiptNumber ?? ''}。`,
    ],
  }),
  'payment-failed': (f) => ({
    sms: `申请${f.number}付款未成功，请登录查看原因。`,
    subject: `付款未成功：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）付款未成功，金额 ${amount(f)}。`,
      `原因：${because(f)}`,
      '款项没有转出。请登录系统办理。',
    ],
  }),
  'money-returned': (f) => ({
    sms: `申请${f.number}的款项被银行退回，请登录核对账户。`,
    subject: `银行退汇：${f.number}`,
    lines: [`${f.number}的补贴 ${amount(f)} 被银行退回。`, `原因：${because(f)}`, '请登录系统核对收款账户。'],
  }),
  // Why it is held is for staff alone.
  'disbursement-held': (f) => ({
    sms: `申请${f.number}的拨付暂停办理，恢复后通知，请勿重复提交。`,
    subject: `拨付暂停办理：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）拨付暂停办理，金额 ${amount(f)}，有关情况正在核实。`,
      '暂停期间不能上传材料、打印和提交收据，也不会付款。已办的内容都保留，请勿重复提交或重新盖章。',
      '办理期限相应顺延，恢复后以短信和邮件通知。如有疑问，请联系业务窗口。',
    ],
  }),
  'disbursement-resumed': (f) => ({
    sms: `申请${f.number}的拨付已恢复办理，请登录查看下一步。`,
    subject: `拨付恢复办理：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）拨付已恢复办理，金额 ${amount(f)}。`,
      '请登录“人才资金拨付申请”，从暂停前的步骤继续，办理期限按暂停的天数顺延。暂停前已办的内容继续有效。',
    ],
  }),
  lapsed: (f) => ({
    sms: `申请${f.number}的拨付逾期未办，已失效。`,
    subject: `拨付已失效：${f.number}`,
    lines: [`您申报的${f.programme}（${f.number}）拨付逾期未办理，已失效。`],
  }),
  'talent-stopped': (f) => ({
    sms: `申请${f.number}有人才停止拨付，请登录查看。`,
    subject: `停止拨付：${f.number}`,
    lines: [`${f.number}有人才停止拨付。`, `原因：${because(f)}`],
  }),
  'decision-on-left': (f) => ({
    sms: `申请${f.number}的离职申报已有结论，请登录查看。`,
    subject: `离职申报结论：${f.number}`,
    lines: [`${f.number}的离职申报已有结论。`, because(f)],
  }),
  'objection-answered': (f) => ({
    sms: `您提出的异议${f.number}已有答复，请凭编号在“通知公示”查询。`,
    subject: `异议答复：${f.number}`,
    lines: [`您对“${f.programme}”提出的异议（${f.number}）已有答复。`, because(f)],
  }),
  'statement-asked': (f) => ({
    sms: `申请${f.number}公示期收到异议，${until(f)}登录说明。`,
    subject: `请就公示异议作出说明：${f.number}`,
    lines: [
      `您申报的${f.programme}（${f.number}）在公示期收到异议。`,
      `${until(f)}登录系统查看所反映的事项，作出说明；可以上传材料。`,
    ],
  }),
  'hold-put': (f) => ({ sms: `贵单位的事项已暂停办理，请登录查看。`, subject: '暂停办理', lines: [because(f)] }),
  'hold-lifted': () => ({
    sms: `贵单位的事项已恢复办理。`,
    subject: '恢复办理',
    lines: ['贵单位的事项已恢复办理，期限相应顺延。'],
  }),
  'registration-code': (f) => ({ sms: because(f), subject: '注册验证码', lines: [because(f)] }),
  accounts: (f) => ({ sms: because(f), subject: '企业账号', lines: [because(f)] }),
  'reset-proposed': (f) => ({
    sms: `贵单位的${f.programme}${f.number}已核实，待复核。非本单位申请请致电。`,
    subject: `${f.programme}已核实，待复核：${f.number}`,
    lines: [
      `贵单位的${f.programme}（${f.number}）已由一位业务人员电话核实，正由另一位复核。`,
      '复核通过后，初始密码以短信发到登记的手机。如不是本单位申请，请立即联系技术支持。',
    ],
  }),
  'change-answered': (f) => ({
    sms: `贵单位的${f.programme}${f.number}已有答复，请登录查看。`,
    subject: `${f.programme}答复：${f.number}`,
    lines: [`贵单位提出的${f.programme}（${f.number}）已有答复。`, because(f)],
  }),
} satisfies Record<string, (facts: MessageFacts) => MessageText>;

export type MessageKind = keyof typeof MESSAGES;

export function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(MESSAGES, kind);
}
