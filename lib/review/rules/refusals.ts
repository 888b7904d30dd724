import type { Explanations } from '@/lib/access/refusals';
import type { PartKey } from '@/lib/application/rules/part-keys';
import { formatMoney, type Fen } from '@/lib/kernel/fen';
import { formatTime } from '@/lib/kernel/shanghai-day';

/** Expected refusals of what reviewers do. */
export type ReviewRefusal =
  | { readonly code: 'claimed-by-other'; readonly by?: string; readonly until?: Date }
  /** `name` of the colleague to whom the case comes back: who returned it, or passed it before. */
  | { readonly code: 'kept-for-other'; readonly name: string }
  | { readonly code: 'nothing-to-claim' }
  | { readonly code: 'not-your-claim' }
  | { readonly code: 'parts-not-looked-at'; readonly parts: readonly PartKey[]; readonly labels?: readonly string[] }
  | { readonly code: 'no-comment-for-return' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'undecided-talents'; readonly names: readonly string[] }
  | { readonly code: 'no-supported-talent' }
  | { readonly code: 'cap-exhausted'; readonly capFen?: Fen; readonly usedFen?: Fen }
  | { readonly code: 'first-cannot-be-final' }
  /** `name` of a colleague who cannot take or judge the case: left, or of another stage. */
  | { readonly code: 'colleague-cannot'; readonly name: string }
  | { readonly code: 'already-asked'; readonly name: string }
  | { readonly code: 'opinion-over' }
  | { readonly code: 'view-name-taken'; readonly name: string }
  | { readonly code: 'views-too-many'; readonly most: number }
  /** Why a case is not one of the clear ones that a batch may pass. */
  | { readonly code: 'not-clean'; readonly causes: readonly string[] }
  | { readonly code: 'refused-it-before' }
  /** `number` is the 受理编号 of the other case: only staff see it. */
  | { readonly code: 'person-already-granted'; readonly name: string; readonly number: string };

export const explainReview: Explanations<ReviewRefusal> = {
  'claimed-by-other': ({ by, until }) => ({
    title: '同事正在办理',
    why: `本案由${by ?? '其他业务人员'}办理${until ? `，领取有效至 ${formatTime(until)}` : ''}。`,
    next: [{ label: '请办理下一件，或请该同事放回' }],
  }),
  'kept-for-other': ({ name }) => ({
    title: '本案留给同事办理',
    why: `本案此前由${name}办理，重新提交后仍由其办理。`,
    next: [{ label: '请办理下一件' }],
  }),
  'nothing-to-claim': () => ({
    title: '没有可领取的申请',
    why: '队列中没有您可以领取的申请。',
    next: [{ label: '同事放回或有新提交后再领取' }],
  }),
  'not-your-claim': () => ({
    title: '本案不由您办理',
    why: '您没有领取本案，或领取已到时放回队列。已记下的内容都在。',
    next: [{ label: '重新领取后继续办理' }],
  }),
  'parts-not-looked-at': ({ parts, labels = [] }) => ({
    title: '还有内容没有看',
    why: `须看完全部内容再办结，还有 ${parts.length} 处没有看。`,
    next: labels.length > 0 ? labels.slice(0, 20).map((label) => ({ label })) : [{ label: '请看完各部分后再办理' }],
  }),
  'no-comment-for-return': () => ({
    title: '还没有审核意见',
    why: '退回时须至少写一条意见，说明改哪里、怎样改。',
    next: [{ label: '在需要修改的内容旁写下意见' }],
  }),
  'reason-missing': () => ({
    title: '还没有写理由',
    why: '不予支持须写明理由，企业会看到。',
    next: [{ label: '从常用理由中选择，或自己写' }],
  }),
  'undecided-talents': ({ names }) => ({
    title: '还有人员没有定',
    why: `${namesOf(names)}还没有定支持或不予支持。`,
    next: [{ label: '逐一定下后再办结' }],
  }),
  'no-supported-talent': () => ({
    title: '没有支持的人员',
    why: '通过须至少支持一名人员。',
    next: [{ label: '全部不予支持的，请办理“不予支持”' }],
  }),
  'cap-exhausted': ({ capFen, usedFen }) => ({
    title: '年度限额已用完',
    why:
      capFen === undefined || usedFen === undefined
        ? '该企业本年度限额已用完，没有可核定的金额。'
        : `该企业年度限额 ${formatMoney(capFen)}，已核定 ${formatMoney(usedFen)}，没有剩余。`,
    next: [{ label: '请以“年度限额已用完”为理由不予支持' }],
  }),
  'first-cannot-be-final': () => ({
    title: '不能办理复审',
    why: '您在本案初审中作过决定，初审和复审不能由同一人办理。',
    next: [{ label: '请由其他复审人员办理' }],
  }),
  'colleague-cannot': ({ name }) => ({
    title: '不能交给这位同事',
    why: `${name}已停用、不在本环节，或在本案初审中作过决定。`,
    next: [{ label: '请另选一位同事' }],
  }),
  'already-asked': ({ name }) => ({
    title: '已经请过这位同事',
    why: `${name}还没有答复上一次加签。`,
    next: [{ label: '等待答复，或撤回后再请' }],
  }),
  'opinion-over': () => ({
    title: '不需要再答复',
    why: '本案已经离开这一环节，或加签已答复、已撤回。',
    next: [{ label: '刷新待我加签的列表' }],
  }),
  'view-name-taken': ({ name }) => ({
    title: '名称已用过',
    why: `您已有名为“${name}”的视图。`,
    next: [{ label: '换一个名称' }],
  }),
  'views-too-many': ({ most }) => ({
    title: '视图已满',
    why: `每人每个环节最多保存 ${most} 个视图。`,
    next: [{ label: '删除不用的视图后再保存' }],
  }),
  'not-clean': ({ causes }) => ({
    title: '须逐件办理',
    why: `${causes.join('；')}。`,
    next: [{ label: '打开本案逐项查看' }],
  }),
  'refused-it-before': () => ({
    title: '不能办理复核',
    why: '不予支持的决定由您作出，企业申请复核后须由其他复审人员办理。',
    next: [{ label: '请由其他复审人员办理' }],
  }),
  'person-already-granted': ({ name, number }) => ({
    title: '该人员已享受过本项补贴',
    why: `${name}已在受理编号 ${number} 的申请中核定过，同一人才只补贴一次。`,
    next: [{ label: '对该人员改为不予支持后再办理' }],
  }),
};

function namesOf(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join('、')}等 ${names.length} 人` : names.join('、');
}
