'use client';

import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';
import styles from './print-button.module.css';

/** Opens the browser's own printing of this page. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      <Icon name="print" />
      {children}
    </button>
  );
}
