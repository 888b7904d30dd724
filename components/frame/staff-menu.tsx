'use client';

import { useEffect, useState } from 'react';
import { Anchor } from '../ui/anchor';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import type { StaffMenuGroup } from './staff-frame';
import styles from './staff-menu.module.css';

const KEY = 'staff-menu-folded';

/** The staff menu with what waits beside each word; folds to a rail when asked, and stays so on this device. */
export function StaffMenu({
  groups,
  foot,
  rail,
}: {
  groups: readonly StaffMenuGroup[];
  foot?: string;
  rail?: boolean;
}) {
  const [folded, setFolded] = useState(rail ?? false);

  useEffect(() => {
    if (rail === undefined) setFolded(localStorage.getItem(KEY) === '1');
  }, [rail]);

  function fold() {
    localStorage.setItem(KEY, folded ? '0' : '1');
    setFolded(!folded);
  }

  return (
    <nav className={classNames(styles.menu, folded && styles.rail)} aria-label="菜单" data-print="hide">
      <button type="button" className={styles.fold} aria-expanded={!folded} onClick={fold}>
        <Icon name={folded ? 'unfold' : 'fold'} label={folded ? '展开菜单' : '收起菜单'} />
      </button>
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Anchor href={item.href} aria-current={item.current ? 'page' : undefined} className={styles.item}>
                  <Icon name={item.icon} />
                  <span>{item.label}</span>
                  {item.count !== undefined && <b aria-label={`${item.count} 件`}>{item.count}</b>}
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {foot && <p className={styles.foot}>{foot}</p>}
    </nav>
  );
}
