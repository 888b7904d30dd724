import type { SignOut } from './frame-props';
import styles from './head-tool.module.css';

/** 退出 as a form, so that it works without scripts and cannot be followed by a crawler. */
export function SignOutForm({ action, className }: { action: SignOut; className?: string }) {
  return (
    <form action={action} className={className}>
      <button type="submit" className={styles.tool}>
        退出
      </button>
    </form>
  );
}
