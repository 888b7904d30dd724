import { Anchor } from '../ui/anchor';
import { Icon } from '../ui/icon';
import styles from './signed-in-bar.module.css';

export type SignedInBarProps = {
  /** For whom one is signed in: the enterprise, or 业务人员. */
  who: string;
  /** super（超级用户） */
  label: string;
  /** One's own pages and how they are called. */
  href: string;
  to: string;
};

/** On public pages: who is signed in, and the way back to one's own pages. */
export function SignedInBar({ who, label, href, to }: SignedInBarProps) {
  return (
    <div className={styles.bar} role="region" aria-label="登录状态" data-print="hide">
      <span className={styles.who}>
        <Icon name="user" size="s" />
        <span>
          已登录：<b>{who}</b>，{label}
        </span>
      </span>
      <Anchor href={href} className={styles.back}>
        {to}
        <Icon name="chevron-right" size="s" />
      </Anchor>
    </div>
  );
}
