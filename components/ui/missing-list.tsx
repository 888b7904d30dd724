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

/** So many lines are read at a glance; the rest is told by number, and found in the list of entries. */
const MOST_SHOWN = 60;

/** What is still missing, each a link to its field. Folds on a phone. */
export function MissingList({ title, items }: { title: string; items: readonly MissingItem[] }) {
  if (items.length === 0) return null;
  return (
    <details className={styles.missing} open>
      <summary>
        <Icon name="warn" className={styles.icon} />
        {title}
      </summary>
      <ul>
        {items.slice(0, MOST_SHOWN).map((item) => (
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
        {items.length > MOST_SHOWN && (
          <li className={styles.rest}>另有 {items.length - MOST_SHOWN} 处，补齐后陆续列出。</li>
        )}
      </ul>
    </details>
  );
}
