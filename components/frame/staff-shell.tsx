'use client';

import { useState, type ReactNode } from 'react';
import { Anchor } from '../ui/anchor';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import type { StaffMenuGroup } from './frame-props';
import { useRemembered } from './remembered';
import { STAFF_MENU_COOKIE } from './remembered-names';
import styles from './staff-shell.module.css';

export type StaffShellProps = {
  bar: ReactNode;
  groups: readonly StaffMenuGroup[];
  menuFoot?: string;
  /** Begins as a rail whatever is remembered, and what is done here is not remembered. */
  rail?: boolean;
  fill?: boolean;
  children: ReactNode;
};

/** Bar, menu and page. The menu folds to a rail when asked and stays so on this device. */
export function StaffShell({ bar, groups, menuFoot, rail, fill, children }: StaffShellProps) {
  const [remembered, remember] = useRemembered(STAFF_MENU_COOKIE);
  const [here, setHere] = useState(rail);
  const folded = here ?? remembered;

  function fold() {
    if (here === undefined) remember(!folded);
    else setHere(!folded);
  }

  return (
    <div className={classNames(styles.page, fill && styles.fill)}>
      <header className={styles.bar} data-print="hide">
        <button type="button" className={styles.fold} aria-expanded={!folded} aria-controls="staff-menu" onClick={fold}>
          <Icon name={folded ? 'unfold' : 'fold'} label={folded ? '展开菜单' : '收起菜单'} />
        </button>
        {bar}
      </header>
      <div className={styles.below}>
        <nav
          id="staff-menu"
          className={classNames(styles.menu, folded && styles.rail)}
          aria-label="菜单"
          data-print="hide"
        >
          {groups.map((group) => (
            <MenuGroup key={group.title} group={group} folded={folded} />
          ))}
          {menuFoot && <p className={styles.foot}>{menuFoot}</p>}
        </nav>
        <div className={styles.column}>{children}</div>
      </div>
    </div>
  );
}

function MenuGroup({ group, folded }: { group: StaffMenuGroup; folded: boolean }) {
  return (
    <section className={styles.group}>
      <h2>{group.title}</h2>
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <Anchor href={item.href} aria-current={item.current ? 'page' : undefined} className={styles.item}>
              <Icon name={item.icon} />
              <span>{(folded && item.short) || item.label}</span>
              {item.count !== undefined && <b aria-label={`${item.count} 件`}>{item.count}</b>}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
