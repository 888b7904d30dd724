import type { Explanations } from '@/lib/access/refusals';
import { formatMoney, type Fen } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { explainResultFault } from './result-refusals';
import type { ResultFault } from './bank-result';
import type { WordNotTaken } from './unmatched';

export type Blocked = { readonly number: string; readonly why: string };

export type DisbursementRefusal =
  | { readonly code: 'proof-too-old'; readonly names: readonly string[]; readonly maxAgeDays: number }
  | { readonly code: 'proof-in-future' }
  | { readonly code: 'proof-not-wanted'; readonly names: readonly string[] }
  | { readonly code: 'left-not-open'; readonly name: string }
  | { readonly code: 'account-retired' }
  | { readonly code: 'holder-differs'; readonly holder: string; readonly enterprise: string }
  | { readonly code: 'contact-retired' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'cause-is-account'; readonly reason: string };

const next = (...labels: string[]) => labels.map((label) => ({ label }));

/** What the enterprise may be refused on its way from 在职证明 to 收据. */
export const explainDisbursement: Explanations<DisbursementRefusal> = {
  'proof-too-old': ({ names, maxAgeDays }) => ({
    title: '在职证明已过期',
    why: `${names.join('、')}的在职证明出具已超过 ${maxAgeDays} 天。`,
    next: next('请上传最新的在职证明后再确认'),
    fields: { issuedOn: `请填写 ${maxAgeDays} 天以内的出具日期。` },
  }),
  'proof-in-future': () => ({
    title: '出具日期有误',
    why: '在职证明的出具日期晚于今天。',
    next: next('请按证明上的日期填写'),
    fields: { issuedOn: '出具日期不能晚于今天。' },
  }),
  'proof-not-wanted': ({ names }) => ({
    title: '无须上传',
    why: `${names.join('、')}已申报离职或不再拨付，不需要在职证明。`,
    next: next('请只选择需要证明的人员'),
  }),
  'left-not-open': ({ name }) => ({
    title: '不能申报已离职',
    why: `${name}已申报过离职，或已不在本次拨付中。`,
    next: next('请刷新查看最新状态'),
  }),
  'account-retired': () => ({
    title: '账户不能选用',
    why: '该银行账户已停用，或不属于本单位。',
    next: next('请选择其他账户，或新增账户'),
  }),
  'holder-differs': ({ holder, enterprise }) => ({
    title: '户名与申报单位不一致',
    why: `该账户户名为“${holder}”，申报单位为“${enterprise}”。`,
    next: next('请选择或新增户名与申报单位一致的账户'),
  }),
  'contact-retired': () => ({
    title: '联系人不能选用',
    why: '该联系人已停用，或不属于本单位。',
    next: next('请选择其他联系人，或新增联系人'),
  }),
  'nothing-changed': () => ({
    title: '没有变化',
    why: '所选的就是当前使用的，收据继续有效。',
    next: next('如需更换，请选择另一个'),
  }),
  'cause-is-account': ({ reason }) => ({
    title: '不能直接重新付款',
    why: `上次付款未成功的原因在账户：${reason}。`,
    next: next('请由申报单位更换账户并重新上传收据'),
  }),
};

export type RecoveryRefusal =
  { readonly code: 'recovery-in-future' } | { readonly code: 'recovery-too-much'; readonly leftFen: Fen };

/** What may be refused about 追回. */
export const explainRecovery: Explanations<RecoveryRefusal> = {
  'recovery-in-future': () => ({
    title: '追回日期有误',
    why: '追回日期晚于今天。',
    next: next('请按到账日期填写'),
    fields: { recoveredOn: '追回日期不能晚于今天。' },
  }),
  'recovery-too-much': ({ leftFen }) => ({
    title: '追回金额过大',
    why: `本件还可登记追回 ${formatMoney(leftFen)}。`,
    next: next('请核对金额；此前登记有误的，先冲销再登记'),
    fields: { amount: `不能超过 ${formatMoney(leftFen)}。` },
  }),
};

export type BudgetShort = { readonly code: 'budget-short'; readonly neededFen: Fen; readonly freeFen: Fen };

/** Why what was freed cannot be granted again: the cap is used meanwhile, or the person was granted elsewhere. */
export type GrantGone = { readonly code: 'grant-gone'; readonly why: 'cap' | 'person' };

export type FinanceRefusal =
  | BudgetShort
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'cases-blocked'; readonly cases: readonly Blocked[] }
  | { readonly code: 'totals-differ' }
  | { readonly code: 'not-payable'; readonly lines: readonly Blocked[] }
  | { readonly code: 'too-many'; readonly max: number; readonly unit: '件' | '笔' }
  | { readonly code: 'file-changed' }
  | { readonly code: 'file-not-confirmed' }
  | { readonly code: 'file-held'; readonly lines: readonly Blocked[] }
  | { readonly code: 'file-has-results' }
  | { readonly code: 'second-statement-missing' }
  | { readonly code: 'result-empty' }
  | { readonly code: 'layout-not-in-use' }
  | ResultFault
  | { readonly code: 'batch-still-open'; readonly open: number }
  | { readonly code: 'unmatched-open'; readonly open: number }
  | { readonly code: 'in-payment-file'; readonly file: string }
  | { readonly code: 'item-closed' }
  | WordNotTaken
  | { readonly code: 'was-at-bank' }
  | GrantGone;

const listed = (rows: readonly Blocked[]) => rows.map(({ number, why }) => `${number} ${why}`).join('；');

/** What finance may be refused between batch and bank. */
export const explainFinance: Explanations<FinanceRefusal> = {
  'nothing-chosen': () => ({ title: '没有选择', why: '至少选择一件。', next: next('请勾选后再操作') }),
  'cases-blocked': ({ cases }) => ({
    title: `有 ${cases.length} 件不能列入批次`,
    why: listed(cases),
    next: next('请去掉这些申请后重新生成批次'),
  }),
  'budget-short': ({ neededFen, freeFen }) => ({
    title: '年度预算不足',
    why: `本批需要 ${formatMoney(neededFen)}，可用 ${formatMoney(freeFen)}。`,
    next: next('请减少件数，或调整年度预算'),
  }),
  'totals-differ': () => ({
    title: '笔数或金额不符',
    why: '您填写的笔数或合计金额与系统不一致。',
    next: next('请对照原件重新核对后填写'),
    fields: { count: '请核对笔数。', total: '请核对合计金额。' },
  }),
  'not-payable': ({ lines }) => ({
    title: `有 ${lines.length} 笔不能付款`,
    why: listed(lines),
    next: [{ label: '请作废本文件，去掉这些后重新生成', href: paths.payments() }],
  }),
  'too-many': ({ max, unit }) => ({
    title: '一次选得太多',
    why: `一次最多 ${max} ${unit}，以便两人逐一核对。`,
    next: next('请分几次办理'),
  }),
  'file-changed': () => ({
    title: '文件校验值不符',
    why: '文件内容与生成时不同，或您核对的不是这份文件。',
    next: next('请停止付款，作废后重新生成，并告知安全管理员'),
  }),
  'file-not-confirmed': () => ({
    title: '不能下载',
    why: '付款文件须由另一人复核后才能下载。',
    next: next('请先由财务复核确认'),
  }),
  'file-held': ({ lines }) => ({
    title: `有 ${lines.length} 笔已暂停，不能送银行`,
    why: listed(lines),
    next: next('还没有送银行的，由两人声明后撤回本文件，去掉这些再生成', '已经送银行的，请立即联系银行止付'),
  }),
  'file-has-results': () => ({
    title: '不能撤回',
    why: '银行的结果里有本文件或其中的明细，说明文件已送达银行。',
    next: next('请按银行结果办理'),
  }),
  'second-statement-missing': () => ({
    title: '还差一人声明',
    why: '已复核的文件须由两人分别声明银行从未收到，方可撤回；声明之后又下载过的，声明作废。',
    next: next('请先由财务制单核实文件去向，再声明未送银行'),
  }),
  'result-empty': () => ({
    title: '结果文件没有内容',
    why: '文件中没有任何一行。',
    next: next('请确认所选的是银行的结果文件'),
    fields: { file: '请选择银行的结果文件。' },
  }),
  ...explainResultFault,
  'layout-not-in-use': () => ({
    title: '付款文件格式已停用',
    why: '管理员刚停用或更换了这个格式。',
    next: next('请刷新本页，重新选择格式'),
  }),
  'batch-still-open': ({ open }) => ({
    title: '批次尚未办结',
    why: `还有 ${open} 件未付款或未终止。`,
    next: next('全部办结后再结清'),
  }),
  'unmatched-open': ({ open }) => ({
    title: '还有未匹配的银行结果',
    why: `银行结果中有 ${open} 行没有说明来由。`,
    next: [{ label: '请在未匹配清单中逐行说明', href: paths.unmatched() }],
  }),
  'in-payment-file': ({ file }) => ({
    title: '不能重新审核',
    why: `本件已列入付款文件 ${file}。`,
    next: next('请先作废该付款文件'),
  }),
  'item-closed': () => ({
    title: '该行已处理',
    why: '已有人说明或核实了这一行。',
    next: next('请刷新查看'),
  }),
  'word-not-taken': (refusal) => ({ title: '不能以银行结果为准', ...wordNotTaken(refusal) }),
  'was-at-bank': () => ({
    title: '不能移出批次',
    why: '本件的付款指令到过银行，移出后银行再付，就无从对账。',
    next: next('请由申报单位更换账户后重新办理；无人办理的，到期自动失效'),
  }),
  'grant-gone': ({ why }) => ({
    title: '不能恢复拨付',
    why: why === 'cap' ? '该单位本年度的额度已用于其他申请。' : '其中有人才已由其他申请核定补贴。',
    next: next('请核对后再决定'),
  }),
};

function wordNotTaken(refusal: WordNotTaken) {
  switch (refusal.why) {
    case 'in-draft-file':
      return {
        why: `本件又列入了付款文件 ${refusal.file}，尚未复核。`,
        next: [{ label: '请先作废该付款文件，再以银行结果为准', href: paths.payments() }],
      };
    case 'lapsed':
      return { why: '本件已逾期失效，额度已退回预算。', next: next('请先恢复拨付，再以银行结果为准') };
    case 'says-otherwise':
      return {
        why: '银行所述的金额、账户不是付款文件里的，或读不出来，不能照此记账。',
        next: next('请向银行索取更正的结果文件导入；无更正的，选择“以本系统记录为准”并写明核实情况'),
      };
    case 'booked-twice':
      return {
        why: '本件另有付款指令在银行或已付，或金额、人员已变，照此记账就会重复或不符。多付的款项须向银行追回。',
        next: next('请选择“以本系统记录为准”，并写明向银行追回的情况'),
      };
  }
}
