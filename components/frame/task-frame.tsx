import type { ReactNode } from 'react';
import { Anchor } from '../ui/anchor';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { ElderSwitch } from './elder-switch';
import type { MenuItem, Park, SignOut } from './frame-props';
import { Mark } from './mark';
import { SignOutForm } from './sign-out-form';
import { SkipLink } from './skip-link';
import styles from './task-frame.module.css';

export type TaskFrameProps = {
  park: Park;
  /** Where the task belongs: 人才服务. */
  place?: string;
  /** Missing while one registers. */
  enterprise?: { name: string; uscc: string };
  user?: { username: string; roleLabel: string };
  signOut?: SignOut;
  /** Unread messages; missing: no bell. */
  messages?: { href: string; count: number };
  menuTitle?: string;
  /** The narrow rail; missing or empty: none. */
  menu?: readonly MenuItem[];
  /** Breadcrumb and title over everything. */
  head: ReactNode;
  /** Steps and what is missing, at the left. */
  side?: ReactNode;
  children: ReactNode;
  /** A panel at the right over the whole height, e.g. one entry being edited; on a phone it covers the page. */
  panel?: ReactNode;
  /** The fixed foot bar: `TaskFoot`. */
  foot?: ReactNode;
};

/** Slim head, icon rail, steps at the left, fixed foot bar: the wizard and registration. */
export function TaskFrame(props: TaskFrameProps) {
  const { menu = [], menuTitle = '人才服务用户空间', head, side, children, panel, foot } = props;
  return (
    <div className={styles.page}>
      <SkipLink />
      <TaskHead {...props} />
      <div className={styles.app}>
        {menu.length > 0 && <Rail title={menuTitle} items={menu} />}
        <div className={styles.column}>
          <div className={styles.body}>
            <main id="main" tabIndex={-1} className={styles.work}>
              <div className={styles.title}>{head}</div>
              {side && <div className={styles.side}>{side}</div>}
              <div className={styles.content}>{children}</div>
            </main>
            {panel && <aside className={styles.panel}>{panel}</aside>}
          </div>
          {foot}
        </div>
      </div>
      <Announcer />
    </div>
  );
}

function TaskHead({ park, place, enterprise, user, signOut, messages }: TaskFrameProps) {
  return (
    <header className={styles.head} data-print="hide">
      <Anchor href="/" className={styles.wordmark}>
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
        {signOut && <SignOutForm action={signOut} />}
      </div>
    </header>
  );
}

function Rail({ title, items }: { title: string; items: readonly MenuItem[] }) {
  return (
    <nav className={styles.rail} aria-label={title} data-print="hide">
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Anchor href={item.href} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type TaskFootProps = {
  /** 上一步. */
  back?: ReactNode;
  /** 已保存 14:03 / 正在保存 / 未保存：网络断开，恢复后自动保存. */
  saved?: ReactNode;
  /** 下一步 or 确认提交. */
  next?: ReactNode;
};

/** The bar that stays at the foot of the window. */
export function TaskFoot({ back, saved, next }: TaskFootProps) {
  return (
    <div role="region" aria-label="上一步与下一步" className={styles.foot} data-print="hide">
      {back && <div className={styles.back}>{back}</div>}
      <div className={styles.saved} role="status">
        {saved}
      </div>
      {next && <div className={styles.next}>{next}</div>}
    </div>
  );
}
