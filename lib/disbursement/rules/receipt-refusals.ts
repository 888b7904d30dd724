import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

export type ReceiptRefusal =
  | { readonly code: 'characters-not-covered'; readonly characters: readonly string[] }
  | { readonly code: 'receipt-opened' }
  | { readonly code: 'receipt-voided'; readonly reason: string }
  | { readonly code: 'no-photograph' }
  | { readonly code: 'photograph-refused' }
  /** The officer looks at another photograph than the one that is submitted now. */
  | { readonly code: 'photograph-replaced' }
  | { readonly code: 'photograph-unopened' }
  | { readonly code: 'return-reason-missing' };

/** What may be refused between 打印收据 and the officer's decision. */
export const explainReceipt: Explanations<ReceiptRefusal> = {
  'characters-not-covered': ({ characters }) => ({
    title: '暂时不能打印收据',
    why: `字库中没有“${characters.join('”“')}”，打印出来会是错字。`,
    next: [{ label: '已记录并转系统管理员补充字库。补好后以短信和邮件通知联系人，届时再点“打印收据”；您无需改动姓名' }],
  }),
  'receipt-opened': () => ({
    title: '不能取回',
    why: '财务人员已经开始审核这份收据。',
    next: [{ label: '如需更正，请联系财务人员退回' }],
  }),
  'receipt-voided': ({ reason }) => ({
    title: '收据已作废',
    why: `这一版收据已作废：${reason}。`,
    next: [{ label: '在电脑端重新打印收据并盖章', href: paths.disbursements() }],
  }),
  'no-photograph': () => ({ title: '还没有照片', why: '请先拍下盖好章的收据。', next: [{ label: '打开相机拍照' }] }),
  'photograph-refused': () => ({
    title: '这张照片不能提交',
    why: '照片没有通过检查，提交后也会被退回。',
    next: [{ label: '按提示重拍' }],
  }),
  'photograph-replaced': () => ({
    title: '企业已重新提交照片，请看新照片',
    why: '您看的那张已退回或取回，刚才的操作没有记下。',
    next: [{ label: '看过新照片后再决定' }],
  }),
  'photograph-unopened': () => ({
    title: '照片还没有打开',
    why: '没有人打开过的照片不能通过。',
    next: [{ label: '请刷新页面，看过照片后再通过' }],
  }),
  'return-reason-missing': () => ({
    title: '请写明退回原因',
    why: '申报单位需要知道怎样更正。',
    next: [{ label: '选择或填写原因' }],
    fields: { reason: '请填写 2 至 200 个字。' },
  }),
};
