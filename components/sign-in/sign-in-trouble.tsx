import type { Support } from '../frame/frame-props';
import { Anchor } from '../ui/anchor';
import styles from './sign-in-trouble.module.css';

/** Whom to ring when it does not work, and the way to the other entrance. */
export function SignInTrouble({
  support,
  elsewhere,
}: {
  support: Support;
  elsewhere: { label: string; href: string };
}) {
  return (
    <p className={styles.trouble}>
      {support.phone && (
        <>
          登录遇到问题，请拨打 <span>{support.phone}</span>
          {support.hours && <span>（{support.hours}）</span>}。
        </>
      )}
      <Anchor href={elsewhere.href}>{elsewhere.label}</Anchor>
    </p>
  );
}
