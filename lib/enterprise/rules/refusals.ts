import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

export type ContactRefusal =
  | { readonly code: 'in-use'; readonly by: string }
  | { readonly code: 'retired' }
  | { readonly code: 'same-account-exists' };

export const explainContact: Explanations<ContactRefusal> = {
  'in-use': ({ by }) => ({
    title: '不能停用',
    why: `${by} 正在使用它，停用后将无法拨付或通知。`,
    next: [{ label: '先在该事项中换一个', href: paths.disbursements() }],
  }),
  retired: () => ({
    title: '已停用',
    why: '该条目已经停用，不能再修改或选用。',
    next: [{ label: '请选择其他条目，或新增一个' }],
  }),
  'same-account-exists': () => ({
    title: '账户已存在',
    why: '本单位已登记同一账号。',
    next: [{ label: '请直接选用已有账户' }],
  }),
};
