import type { FooterColumn } from './frame-props';

/** Links at the foot of public and enterprise pages: only pages that exist. */
export const defaultFooterLinks: readonly FooterColumn[] = [
  {
    title: '办事帮助',
    links: [
      { label: '成为新用户', href: '/register' },
      { label: '办事指南', href: '/talent' },
    ],
  },
  {
    title: '信息公开',
    links: [{ label: '通知公示', href: '/notices' }],
  },
  {
    title: '本网站',
    links: [
      { label: '首页', href: '/' },
      { label: '业务人员入口', href: '/staff/login' },
    ],
  },
];
