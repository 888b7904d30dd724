import { paths } from '@/lib/kernel/paths';
import type { Support } from '../frame/frame-props';
import { IconList, type IconLine } from '../ui/item-list';

/** 需要帮助: whom to ring, how to begin, what others asked. */
export function HelpList({ support }: { support: Support }) {
  const phone: IconLine[] = support.phone
    ? [{ key: 'phone', icon: 'phone', title: support.phone, note: support.hours ?? '技术支持', tone: 'link' }]
    : [];
  return (
    <IconList
      items={[
        ...phone,
        {
          key: 'register',
          icon: 'user',
          title: '成为新用户',
          href: paths.becomeUser(),
          note: '第一次办理的企业，备好江苏CA 或苏州CA',
          tone: 'link',
        },
        {
          key: 'help',
          icon: 'file',
          title: '常见问题',
          href: paths.help(),
          note: '检测不到 CA、忘记密码、变更管理员',
          tone: 'link',
        },
      ]}
    />
  );
}
