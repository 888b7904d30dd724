import { Anchor } from '../ui/anchor';
import { Icon } from '../ui/icon';
import { Count } from '../ui/status';
import type { MenuItem } from './frame-props';
import styles from './side-menu.module.css';

/** The left menu of enterprise pages; below 1024 px it folds into one line that names the present page. */
export function SideMenu({ title, items }: { title: string; items: readonly MenuItem[] }) {
  const current = items.find((item) => item.current);
  return (
    <>
      <nav className={styles.menu} aria-label={title} data-print="hide">
        <h2>{title}</h2>
        <MenuList items={items} />
      </nav>
      <details className={styles.folded} data-print="hide">
        <summary>
          <Icon name="menu" />
          <span>{title}</span>
          {current && <small>{current.label}</small>}
          <Icon name="chevron-down" size="s" className={styles.chevron} />
        </summary>
        <nav aria-label={`${title}（菜单）`}>
          <MenuList items={items} />
        </nav>
      </details>
    </>
  );
}

function MenuList({ items }: { items: readonly MenuItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Anchor href={item.href} aria-current={item.current ? 'page' : undefined} className={styles.item}>
            <Icon name={item.icon} />
            <span>{item.label}</span>
            {item.count !== undefined && item.count > 0 && <Count n={item.count} strong={item.current} />}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
