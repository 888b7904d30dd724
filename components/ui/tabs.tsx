import { Anchor } from './anchor';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './tabs.module.css';

export type Tab = { label: string; href: string; current?: boolean; count?: number; urgent?: boolean; icon?: IconName };

export type TabsProps = {
  /** Spoken name: 待办视图. */
  label: string;
  items: readonly Tab[];
  /** large: at the head of a card (登录); small: views over a list (default). */
  size?: 's' | 'l';
};

/** Views of the same thing, each with an address of its own. Scrolls sideways where there is no room. */
export function Tabs({ label, items, size = 's' }: TabsProps) {
  return (
    <nav aria-label={label} className={classNames(styles.tabs, styles[size])} data-print="hide">
      <ul>
        {items.map((tab) => (
          <li key={tab.href}>
            <Anchor href={tab.href} aria-current={tab.current ? 'page' : undefined} className={styles.tab}>
              {tab.icon && <Icon name={tab.icon} size="s" />}
              {tab.label}
              {tab.count !== undefined && <b className={classNames(tab.urgent && styles.urgent)}>{tab.count}</b>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
