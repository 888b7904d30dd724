import type { CommonRefusal, Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import type { Result } from '@/lib/kernel/result';

export type DeskRefusal =
  | { readonly code: 'not-taken-by-you' }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'nobody-to-tell' }
  | { readonly code: 'letter-wrong'; readonly says: string }
  | { readonly code: 'reset-cannot-return' }
  | { readonly code: 'reset-needs-two' }
  | { readonly code: 'proposed-by-you' }
  | { readonly code: 'callee-unknown' }
  | { readonly code: 'call-out-of-time' };

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
  'reset-needs-two': () => ({
    title: '密码重置须两人办理',
    why: '一人电话核实并提请，另一人复核。',
    next: [{ label: '请填写核实记录，提请复核' }],
  }),
  'proposed-by-you': () => ({
    title: '不能复核自己核实的请求',
    why: '核实人和复核人须是两个人。',
    next: [{ label: '请综合窗口的另一位同事复核' }],
  }),
  'callee-unknown': () => ({
    title: '尚未提请',
    why: '您选的电话已不在登记中。',
    next: [{ label: '刷新后按现在登记的电话回拨' }],
    fields: { callee: '这个电话已不在登记中，请另选一个。' },
  }),
  'call-out-of-time': () => ({
    title: '尚未提请',
    why: '通话时间不在收到请求之后、此刻之前。',
    next: [{ label: '收到请求之前的通话，不能作为核实' }],
    fields: { calledAt: '请填写收到请求之后的通话时间，不晚于现在。' },
  }),
};
