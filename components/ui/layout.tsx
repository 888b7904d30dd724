import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './layout.module.css';

/** Gap in steps of 4 px: 6 is 24 px. */
export type Gap = 0 | 1 | 2 | 3 | 4 | 6 | 8;

type Box = { children: ReactNode; gap?: Gap; className?: string; id?: string };

/** Children below one another. */
export function Stack({ children, gap = 4, className, id }: Box) {
  return (
    <div id={id} className={classNames(styles.stack, styles[`gap-${gap}`], className)}>
      {children}
    </div>
  );
}

export type RowProps = Box & {
  align?: 'start' | 'center' | 'end' | 'baseline';
  justify?: 'start' | 'between' | 'end' | 'center';
  /** Below one another on a phone, each filling the width: rows of buttons. */
  stackOnPhone?: boolean;
  /** Beside one another on a phone too, sharing the width. */
  fillOnPhone?: boolean;
};

/** Children beside one another, wrapping. */
export function Row({
  children,
  gap = 2,
  align = 'center',
  justify = 'start',
  stackOnPhone,
  fillOnPhone,
  className,
  id,
}: RowProps) {
  const names = [styles.row, styles[`gap-${gap}`], styles[`align-${align}`], styles[`justify-${justify}`]];
  return (
    <div
      id={id}
      className={classNames(
        ...names,
        stackOnPhone && styles['stack-on-phone'],
        fillOnPhone && styles['fill-on-phone'],
        className,
      )}
    >
      {children}
    </div>
  );
}

export type ColumnsProps = {
  main: ReactNode;
  side: ReactNode;
  /** Width of the side column: s 272 px, m 288 px (default), l 360 px. */
  sideWidth?: 's' | 'm' | 'l';
  /** Spoken name of the side column. */
  sideLabel?: string;
};

/** One main column and one side column; the side goes below when there is no room beside. */
export function Columns({ main, side, sideWidth = 'm', sideLabel }: ColumnsProps) {
  return (
    <div className={classNames(styles.columns, styles[`side-${sideWidth}`])}>
      <div className={styles.main}>{main}</div>
      <aside className={styles.side} aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  );
}

/** Related short fields or cards side by side, never more than the given number; one column on a phone. */
export function Grid({
  children,
  columns = 2,
  className,
}: {
  children: ReactNode;
  columns?: 2 | 3 | 4;
  className?: string;
}) {
  return <div className={classNames(styles.grid, styles[`columns-${columns}`], className)}>{children}</div>;
}

/** Limits a column to the width in which a form (640 px) or running text (720 px) is read well. */
export function Measure({ children, width = 'read' }: { children: ReactNode; width?: 'read' | 'form' }) {
  return <div className={styles[`measure-${width}`]}>{children}</div>;
}

/** Said but not shown. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>;
}

/** Small grey words: a source, a date, a hint. */
export function Muted({ children }: { children: ReactNode }) {
  return <span className={styles.muted}>{children}</span>;
}

/** Content that paper does not need. */
export function NotPrinted({ children }: { children: ReactNode }) {
  return <div data-print="hide">{children}</div>;
}
