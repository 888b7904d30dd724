import type { CommonRefusal, Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import type { Result } from '@/lib/kernel/result';

export type DeskRefusal =
  | { readonly code: 'not-taken-by-you' }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'nobody-to-tell' }
  | { readonly code: 'letter-wrong'; readonly says: string }
  | { readonly code: 'reset-cannot-return' };

/** What a grant, or a part of it, answers. */
export type Granted = Result<undefined, DeskRefusal | CommonRefusal>;

export const explainDesk: Explanations<DeskRefusal> = {
  'not-taken-by-you': () => ({
    title: '不在您手上',
    why: '这份请求由另一位同事核对，或您还没有开始核对。',
    next: [{ label: '请先点“开始核对”或“接手核对”' }],
  }),
  'name-taken': ({ name }) => ({
    title: '名称已被使用',
    why: `另一家企业在本系统登记为“${name}”。`,
    next: [{ label: '按名称查找该企业', href: paths.staffEnterprises() }],
  }),
  'nobody-to-tell': () => ({
    title: '没有可以发送的手机',
    why: '该企业管理员没有登记手机，初始密码无处可发。',
    next: [{ label: '请对方办理管理员变更' }],
  }),
  'letter-wrong': ({ says }) => ({
    title: '授权委托书不符',
    why: says,
    next: [{ label: '请退回补正，由申报单位重新打印盖章' }],
  }),
  'reset-cannot-return': () => ({
    title: '不能退回',
    why: '密码重置请求没有可以补正的内容。',
    next: [{ label: '请同意或不同意' }],
  }),
};
