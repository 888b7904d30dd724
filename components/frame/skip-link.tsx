import type { ReactNode } from 'react';
import styles from './skip-link.module.css';

export type SkipLinkProps = {
  /** Id of the place behind what is left out; the content of the page unless said otherwise. */
  to?: string;
  children?: ReactNode;
};

/** A stop that only the keyboard meets: past the menus to the content, or past a long list to what follows. */
export function SkipLink({ to = 'main', children = '跳到正文' }: SkipLinkProps) {
  return (
    <a href={`#${to}`} className={styles.skip} data-print="hide">
      {children}
    </a>
  );
}
