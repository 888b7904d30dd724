import { classNames } from './class-names';
import styles from './skeleton.module.css';

export type SkeletonProps = {
  /** text: lines; table: rows; card: a box. */
  shape?: 'text' | 'table' | 'card';
  lines?: number;
};

/** Grey bars in the place of what is coming; they appear only after 300 ms, so that quick pages do not flicker. */
export function Skeleton({ shape = 'text', lines = 3 }: SkeletonProps) {
  return (
    <div className={classNames(styles.skeleton, styles[shape])} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bar} />
      ))}
    </div>
  );
}
