import { LinkButton } from './button';
import { StatePage } from './state-page';

export type PageExpiredProps = {
  /** Path of this site to come back to after signing in. */
  returnTo: string;
  loginHref?: string;
};

/** The session has ended; after signing in again one is back where one was. */
export function PageExpired({ returnTo, loginHref = '/login' }: PageExpiredProps) {
  return (
    <StatePage
      icon="clock"
      tone="blue"
      title="登录已超时"
      actions={
        <LinkButton variant="primary" href={`${loginHref}?next=${encodeURIComponent(returnTo)}`}>
          重新登录
        </LinkButton>
      }
    >
      <p>为保护您的信息，系统已自动退出。</p>
      <p>登录后回到刚才的页面，已保存的内容都在。</p>
    </StatePage>
  );
}
