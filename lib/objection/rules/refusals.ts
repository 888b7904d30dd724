import type { Explanations } from '@/lib/access/refusals';
import { inWords } from '@/lib/access/rules/time-words';
import type { PictureCodeRefusal } from '@/lib/access/rules/sign-in-refusals';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import { MOST_PAPERS } from './objection.schema';

export type FileObjectionRefusal =
  | PictureCodeRefusal
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly code: 'notice-over' }
  | { readonly code: 'no-such-line' }
  | { readonly code: 'papers-gone' }
  | { readonly code: 'too-many-papers' };

const NOT_SENT = '异议尚未提交';
const codeAgain = (says: string) => () => ({ title: NOT_SENT, why: says, next: [], fields: { pictureCode: says } });

export const explainFiling: Explanations<FileObjectionRefusal> = {
  'picture-code-wrong': codeAgain('与图片不一致，请按新图片重新输入。'),
  'picture-code-stale': codeAgain('图片已更换，请按新图片重新输入。'),
  'puzzle-stale': codeAgain('本机验证已失效，将自动重新验证，请再提交一次。'),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '提交过于频繁',
    why: `请在 ${inWords(waitSeconds)}后再试，您填写的内容还在。`,
    next: [{ label: '也可以按页面上的地址寄送或致电受理单位' }],
  }),
  'notice-over': () => ({
    title: '公示已结束',
    why: '公示期内才能在网上提出异议。',
    next: [{ label: '请按页面上的地址寄送，或致电受理单位', href: paths.notices() }],
  }),
  'no-such-line': () => ({
    title: NOT_SENT,
    why: '请选择名单中的一项，或整份名单。',
    next: [],
    fields: { place: '请选择名单中的一项，或整份名单。' },
  }),
  'papers-gone': () => ({
    title: NOT_SENT,
    why: '有材料没有保存好。',
    next: [{ label: '请移除后重新上传该材料' }],
  }),
  'too-many-papers': () => ({
    title: '材料太多',
    why: `最多 ${MOST_PAPERS} 份材料。`,
    next: [{ label: '请合并成一个 PDF，或移除几份' }],
  }),
};

export type LookUpRefusal =
  { readonly code: 'no-such-objection' } | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

export const explainLookUp: Explanations<LookUpRefusal> = {
  'no-such-objection': () => ({
    title: '没有查到',
    why: '编号与电话后四位对不上，请核对后再查。',
    next: [{ label: '编号在提交后的回执页上' }],
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '查询次数过多',
    why: `请在 ${inWords(waitSeconds)}后再查。`,
    next: [{ label: '也可以致电受理单位查询' }],
  }),
};

export type RecordRefusal = { readonly code: 'no-such-notice' } | { readonly code: 'no-such-place' };

export const explainRecord: Explanations<RecordRefusal> = {
  'no-such-notice': () => ({
    title: '没有这份公示',
    why: '编号不对，或名单未发布、已撤下。',
    next: [],
    fields: { number: '请核对公示编号；未发布和已撤下的名单不能登记异议。' },
  }),
  'no-such-place': () => ({
    title: '序号不在名单中',
    why: '请填写名单中仍在公示的序号；对整份名单有异议填 0。',
    next: [],
    fields: { place: '请填写名单中的序号；对整份名单有异议填 0。' },
  }),
};

export type HandlingRefusal =
  | { readonly code: 'names-objector' }
  | { readonly code: 'handled-by-you' }
  | { readonly code: 'already-asked' }
  | { readonly code: 'no-such-line' }
  | { readonly code: 'nothing-to-hold' }
  | { readonly code: 'statement-over'; readonly dueOn: ShanghaiDay }
  | { readonly code: 'papers-gone' };

export const explainHandling: Explanations<HandlingRefusal> = {
  'names-objector': () => ({
    title: '请去掉异议人的信息',
    why: '这段文字会给申报单位看，里面有异议人的姓名、电话或邮箱。',
    next: [{ label: '只写所反映的事实' }],
  }),
  'handled-by-you': () => ({
    title: '须由另一人决定',
    why: '受理核查和作出决定不能是同一人。',
    next: [{ label: '请其他复审人员决定' }],
  }),
  'already-asked': () => ({
    title: '已请该单位说明',
    why: '同一件异议，对一家单位只发一次说明通知。',
    next: [{ label: '请在核查记录中补充' }],
  }),
  'no-such-line': () => ({
    title: '序号不在名单中',
    why: '请填写名单中仍在公示的序号，如 3、5。',
    next: [],
    fields: { places: '请填写名单中仍在公示的序号，如 3、5。' },
  }),
  'nothing-to-hold': () => ({
    title: '不能暂停',
    why: '针对整份名单的异议没有对应的申请；期满后名单中的申请会一并等待。',
    next: [{ label: '需要中止公示的，请提请撤下名单', href: paths.staffNotices() }],
  }),
  'statement-over': ({ dueOn }) => ({
    title: '说明期限已过',
    why: `说明期限为 ${formatDay(dueOn)} 24:00，或异议已有结论。`,
    next: [{ label: '请联系业务窗口' }],
  }),
  'papers-gone': () => ({
    title: '说明尚未提交',
    why: '有材料没有保存好。',
    next: [{ label: '请移除后重新上传该材料' }],
  }),
};
