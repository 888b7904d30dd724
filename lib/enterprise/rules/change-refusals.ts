import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import type { ChangeMissing } from './change-missing';

export type ChangeRefusal =
  | { readonly code: 'change-incomplete'; readonly missing: readonly ChangeMissing[] }
  | { readonly code: 'change-closed'; readonly now: string }
  | { readonly code: 'paper-unknown' };

export const explainChange: Explanations<ChangeRefusal> = {
  'change-incomplete': ({ missing }) => ({
    title: '尚未提交',
    why: `还差 ${missing.length} 项，补齐后再提交。已填写的内容都在。`,
    next: missing.map(({ id, text }) => ({ label: text, href: `#${id}` })),
    fields: Object.fromEntries(missing.map(({ id, text }) => [id, text])),
  }),
  'change-closed': ({ now }) => ({
    title: '不能再改',
    why: `这份请求现在是“${now}”。`,
    next: [{ label: '查看变更请求', href: paths.changeRequests() }],
  }),
  'paper-unknown': () => ({
    title: '不需要这份材料',
    why: '这类变更没有这一项材料。',
    next: [{ label: '请在列出的材料中选择' }],
  }),
};
