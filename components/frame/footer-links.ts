import { paths } from '@/lib/kernel/paths';
import type { FooterColumn } from './frame-props';

/** Links at the foot of public and enterprise pages: only pages that exist. */
export const defaultFooterLinks: readonly FooterColumn[] = [
  {
    title: '办事帮助',
    links: [
      { label: '成为新用户', href: paths.becomeUser() },
      { label: '常见问题', href: paths.help() },
    ],
  },
  {
    title: '查询与公示',
    links: [
      { label: '查询办理进度', href: paths.progress() },
      { label: '通知公示', href: paths.notices() },
    ],
  },
  {
    title: '本网站',
    links: [
      { label: '人才服务', href: paths.talentServices() },
      { label: '业务人员入口', href: paths.staffLogin() },
    ],
  },
];
