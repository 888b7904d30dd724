import { Notice } from '@/components/ui/notice';
import type { Explained } from '@/lib/access/refusals';
import styles from './phone.module.css';

/** Why the last act came to nothing, and what to do; read out at once. */
export function Problem({ problem }: { problem: Explained | null }) {
  if (!problem) return null;
  return (
    <div className={styles.problem}>
      <Notice tone="red" title={problem.title} role="alert">
        {[problem.why, ...problem.next.map((step) => `${step.label}。`)].join('')}
      </Notice>
    </div>
  );
}
