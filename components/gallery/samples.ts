import type { MenuItem, Park, Support } from '../frame/frame-props';

export const park: Park = { name: '苏州工业园区', wordmark: '苏州工业园区一网通办' };

export const support: Support = {
  unit: '示例软件有限公司',
  phone: '400-000-0000',
  hours: '工作日 9:00–17:00',
  email: 'support@example.com',
  qq: '1000000000',
};

export const enterprise = { name: '苏州示例智能科技有限公司', uscc: '91320599MA2ABCDE0L' };

export const enterpriseMenu: readonly MenuItem[] = [
  { href: '/home', label: '我的待办', icon: 'tasks', count: 4 },
  { href: '/applications', label: '补贴申请', icon: 'file' },
  { href: '/disbursements', label: '人才资金拨付申请', icon: 'money', count: 1, current: true },
  { href: '/contacts', label: '联系人与账户', icon: 'contact' },
  { href: '/employees', label: '员工管理', icon: 'users' },
  { href: '/account', label: '企业信息', icon: 'building' },
];

/** Stands for a server action in the gallery. */
export async function nothing(): Promise<void> {}
