import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

export type NoticeRefusal =
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'mixed-programmes' }
  | { readonly code: 'case-moved-on'; readonly number: string };

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
    next: [{ label: '删除本名单后重新拟定' }],
  }),
};
