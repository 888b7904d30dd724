import { Anchor } from '../ui/anchor';
import { Icon, type IconName } from '../ui/icon';
import styles from './entrance-list.module.css';

export type Entrance = {
  readonly title: string;
  readonly href: string;
  readonly note: string;
  readonly icon: IconName;
};

/** Ways into other parts of the site, each with a sentence on what one does there. */
export function EntranceList({ entrances }: { entrances: readonly Entrance[] }) {
  return (
    <ul className={styles.list}>
      {entrances.map(({ title, href, note, icon }) => (
        <li key={href + title}>
          <Anchor href={href} className={styles.entrance}>
            <Icon name={icon} size="l" className={styles.icon} />
            <span className={styles.words}>
              <b>{title}</b>
              <span>{note}</span>
            </span>
            <Icon name="chevron-right" className={styles.arrow} />
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
