import { paths } from '@/lib/kernel/paths';
import type { FooterColumn } from '../frame/frame-props';

/** Links at the foot of public and enterprise pages. */
export const footerColumns: readonly FooterColumn[] = [
  {
    title: '办事帮助',
    links: [
      { label: '企业用户注册说明', href: paths.becomeUser() },
      { label: '办事指南', href: paths.talentServices() },
      { label: '常见问题', href: paths.help() },
    ],
  },
  {
    title: '信息公开',
    links: [
      { label: '通知公示', href: paths.notices() },
      { label: '办理进度查询', href: paths.progress() },
      { label: '办理情况', href: paths.statistics() },
    ],
  },
  {
    title: '本网站',
    links: [
      { label: '无障碍说明', href: '/accessibility' },
      { label: '个人信息处理规则', href: '/privacy' },
      { label: '业务人员入口', href: paths.staffLogin() },
    ],
  },
];
