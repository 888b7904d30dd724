import type { ReactNode } from 'react';
import styles from './home-grid.module.css';

/** Four cards, two beside two, their edges in line; on a phone in the order in which they are given. */
export function HomeGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
