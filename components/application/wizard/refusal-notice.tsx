import { Anchor } from '@/components/ui/anchor';
import { Notice } from '@/components/ui/notice';
import type { Explained } from '@/lib/access/refusals';
import styles from './wizard.module.css';

/** A refusal in words: what is wrong, why, and what to do next. */
export function RefusalNotice({ refusal }: { refusal: Explained | null }) {
  if (!refusal) return null;
  return (
    <Notice tone="red" role="alert" title={refusal.title}>
      <p>{refusal.why}</p>
      <ul className={styles.next}>
        {refusal.next.map(({ label, href }) => (
          <li key={label}>{href ? <Anchor href={href}>{label}</Anchor> : label}</li>
        ))}
      </ul>
    </Notice>
  );
}
