import type { ReactNode } from 'react';
import { LinkButton } from './button';
import { StatePage } from './state-page';

export type PageNoPermissionProps = {
  /** Who can open it or give the right: 请联系本单位管理员. */
  ask?: ReactNode;
  homeHref?: string;
};

/** Signed in, but this is for others. */
export function PageNoPermission({
  ask = '如需办理，请联系本单位管理员开通。',
  homeHref = '/',
}: PageNoPermissionProps) {
  return (
    <StatePage
      icon="lock"
      tone="neutral"
      title="您没有办理此事的权限"
      actions={<LinkButton href={homeHref}>返回首页</LinkButton>}
    >
      {ask}
    </StatePage>
  );
}
