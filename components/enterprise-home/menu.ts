import { paths } from '@/lib/kernel/paths';
import type { MenuItem } from '../frame/frame-props';

/** 人才服务用户空间: only what there is. */
export function enterpriseMenu(given: {
  readonly todos: number;
  readonly disbursements: number;
  readonly isAdministrator: boolean;
}): MenuItem[] {
  return [
    { href: paths.enterpriseHome(), label: '我的待办', icon: 'tasks', count: given.todos, short: '待办' },
    { href: paths.applications(), label: '补贴申请', icon: 'file', short: '申请' },
    {
      href: paths.disbursements(),
      label: '人才资金拨付申请',
      icon: 'wallet',
      count: given.disbursements,
      short: '拨付',
    },
    { href: paths.statements(), label: '异议说明', icon: 'megaphone', short: '异议' },
    { href: paths.contacts(), label: '联系人与账户', icon: 'contact', short: '联系人' },
    ...(given.isAdministrator
      ? [{ href: paths.employees(), label: '员工管理', icon: 'users' as const, short: '员工' }]
      : []),
    { href: paths.account(), label: '我的账号', icon: 'user', short: '账号' },
    { href: paths.enterpriseInfo(), label: '企业信息', icon: 'building', short: '企业' },
  ];
}
