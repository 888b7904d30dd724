import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

export type NoticeRefusal =
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'mixed-programmes' }
  | { readonly code: 'case-moved-on'; readonly number: string }
  | { readonly code: 'last-case' }
  | { readonly code: 'not-proposed' }
  | { readonly code: 'made-by-you' };

export const explainNotice: Explanations<NoticeRefusal> = {
  'nothing-to-publish': () => ({
    title: '没有可公示的申请',
    why: '所选申请不在“审核通过”状态，或已在其他名单中。',
    next: [{ label: '回到公示列表重新选择', href: paths.staffNotices() }],
  }),
  'mixed-programmes': () => ({
    title: '不能合并公示',
    why: '一份名单只能包含同一事项、同一年度的申请。',
    next: [{ label: '请按事项和年度分别拟定名单' }],
  }),
  'case-moved-on': ({ number }) => ({
    title: '名单已变化',
    why: `${number} 已不在“审核通过”状态，名单不能原样发布。`,
    next: [{ label: '请公示经办移出该申请后重新提请' }],
  }),
  'last-case': () => ({
    title: '名单至少保留一件申请',
    why: '这样移出后名单就空了。',
    next: [{ label: '不再需要的名单，请用“删除名单”' }],
  }),
  'not-proposed': () => ({
    title: '还没有提请',
    why: '公示经办提请后，才能由复审确认。',
    next: [{ label: '请公示经办核对后提请' }],
  }),
  'made-by-you': () => ({
    title: '须由另一人确认',
    why: '拟定、提请和确认不能是同一人。',
    next: [{ label: '请其他复审人员确认' }],
  }),
};
