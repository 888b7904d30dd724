import styles from './paper.module.css';

/** The one step that happens on paper: where the seal goes. */
export function SealStep() {
  return (
    <div className={styles.seal}>
      <p>盖在“收款单位（盖章）”处，用红色财务章或公章，不要压住二维码和四角的黑色方块。</p>
      <svg viewBox="0 0 48 62" width="48" height="62" fill="none" strokeWidth="1.4" aria-hidden="true">
        <path d="M1 1h46v60H1z" stroke="var(--ink-2)" />
        <path d="M9 10h30M9 17h30M9 24h30M9 31h18" stroke="var(--ink-2)" />
        <path d="M9 48h12" stroke="var(--ink-2)" />
        <circle cx="34" cy="47" r="8" stroke="var(--seal)" />
        <path d="M34 42.6l1.2 2.9 3.1.2-2.4 2 .8 3-2.7-1.7-2.7 1.7.8-3-2.4-2 3.1-.2z" fill="var(--seal)" />
      </svg>
    </div>
  );
}
