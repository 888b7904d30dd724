import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { Icon } from '../ui/icon';
import { ElderSwitch } from './elder-switch';
import type { Park, SignOut } from './frame-props';
import { Mark } from './mark';
import { SignOutForm } from './sign-out-form';
import styles from './task-head.module.css';

export type TaskHeadProps = {
  park: Park;
  /** Where the task belongs: 人才服务. */
  place?: string;
  /** Missing while one registers. */
  enterprise?: { name: string; uscc: string };
  user?: { id?: string; username: string; roleLabel: string };
  signOut?: SignOut;
  /** Unread messages; missing: no bell. */
  messages?: { href: string; count: number };
};

/** The slim bar over a task: wordmark, enterprise, messages, who one is. */
export function TaskHead({ park, place, enterprise, user, signOut, messages }: TaskHeadProps) {
  return (
    <header className={styles.head} data-print="hide">
      <Anchor href={paths.home()} className={styles.wordmark}>
        <Mark />
        <span>{park.wordmark}</span>
      </Anchor>
      {place && <span className={styles.place}>{place}</span>}
      {enterprise && (
        <div className={styles.enterprise}>
          <b>{enterprise.name}</b>
          <span>统一社会信用代码 {enterprise.uscc}</span>
        </div>
      )}
      <div className={styles.tools}>
        {messages && (
          <Anchor href={messages.href} className={styles.tool} aria-label={`消息，${messages.count} 条未读`}>
            <Icon name="bell" />
            {messages.count > 0 && <span className={styles.badge}>{messages.count}</span>}
          </Anchor>
        )}
        <ElderSwitch iconOnly />
        {user && (
          <span className={styles.user}>
            <Icon name="user" />
            {user.username}（{user.roleLabel}）
          </span>
        )}
        {signOut && <SignOutForm action={signOut} owner={user?.id} />}
      </div>
    </header>
  );
}
