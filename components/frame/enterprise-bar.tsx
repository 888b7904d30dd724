import { Icon } from '../ui/icon';
import styles from './enterprise-bar.module.css';

/** Groups a USCC for the eye: 91 320599 MA2A BCDE 0L. The text copied from the page keeps no more than spaces. */
export function groupUscc(uscc: string): string {
  return uscc.length === 18 ? uscc.replace(/^(.{2})(.{6})(.{4})(.{4})(.{2})$/, '$1 $2 $3 $4 $5') : uscc;
}

/** The line that says on every page for whom one acts. */
export function EnterpriseBar({ name, uscc, user }: { name: string; uscc: string; user: string }) {
  return (
    <div className={styles.bar} role="region" aria-label="当前企业">
      <div className={styles.wrap}>
        <b className={styles.name}>
          <Icon name="building" className={styles.icon} />
          {name}
        </b>
        <span className={styles.uscc}>
          统一社会信用代码 <span>{groupUscc(uscc)}</span>
        </span>
        <span className={styles.user}>
          <Icon name="user" size="s" />
          {user}
        </span>
      </div>
    </div>
  );
}
