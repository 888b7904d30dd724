import type { ReactNode } from 'react';
import { Anchor } from '../ui/anchor';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import type { MenuItem } from './frame-props';
import { IdleWatch } from './idle-watch';
import { SkipLink } from './skip-link';
import { TaskHead, type TaskHeadProps } from './task-head';
import styles from './task-frame.module.css';

export type TaskFrameProps = TaskHeadProps & {
  menuTitle?: string;
  /** The narrow rail; missing or empty: none. */
  menu?: readonly MenuItem[];
  /** Breadcrumb and title over everything. */
  head: ReactNode;
  /** Under the title, over the whole width: what must not be overlooked. */
  banner?: ReactNode;
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
  const { menu = [], menuTitle = '人才服务用户空间', head, banner, side, children, panel, foot } = props;
  return (
    <div className={styles.page}>
      <SkipLink />
      <TaskHead {...props} />
      <div className={styles.app}>
        {menu.length > 0 && <Rail title={menuTitle} items={menu} />}
        <div className={styles.column}>
          <div className={styles.body}>
            <main id="main" tabIndex={-1} className={styles.work}>
              <div className={styles.title}>
                {head}
                {banner}
              </div>
              {side && <div className={styles.side}>{side}</div>}
              <div className={styles.content}>{children}</div>
            </main>
            {panel && <aside className={styles.panel}>{panel}</aside>}
          </div>
          {foot}
        </div>
      </div>
      {props.user && <IdleWatch overFoot onlyWarns />}
      <Announcer />
    </div>
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
