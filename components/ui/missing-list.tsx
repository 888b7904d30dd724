'use client';

import { useState } from 'react';
import { Anchor } from './anchor';
import { Icon } from './icon';
import styles from './missing-list.module.css';

export type MissingItem = {
  key: string;
  /** Whose: the entry it belongs to. */
  group?: string;
  label: string;
  /** The field, or the page with the field. */
  href: string;
};

/** So many lines are read at a glance; the rest is folded, and drawn when it is asked for: each key typed draws the list. */
const AT_A_GLANCE = 60;

/** What is still missing, all of it, each a link to its field. Folds on a phone. */
export function MissingList({ title, items }: { title: string; items: readonly MissingItem[] }) {
  const [isWhole, setWhole] = useState(false);
  if (items.length === 0) return null;
  const rest = items.slice(AT_A_GLANCE);
  return (
    <details className={styles.missing} open>
      <summary>
        <Icon name="warn" className={styles.icon} />
        {title}
      </summary>
      <Lines items={items.slice(0, AT_A_GLANCE)} />
      {rest.length > 0 && (
        <details className={styles.rest} onToggle={(event) => setWhole(event.currentTarget.open)}>
          <summary>另有 {rest.length} 行，展开查看</summary>
          {isWhole && <Lines items={rest} />}
        </details>
      )}
    </details>
  );
}

function Lines({ items }: { items: readonly MissingItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          <Anchor href={item.href}>
            <span className={styles.words}>
              {item.group && <span className={styles.group}>{item.group}</span>}
              <span className={styles.label}>{item.label}</span>
            </span>
            <Icon name="chevron-right" size="s" />
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
