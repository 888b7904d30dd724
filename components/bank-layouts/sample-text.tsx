import styles from './bank-layouts.module.css';

/** The text of a sample file as it is, with its tabs made visible. */
export function SampleText({ label, text }: { label: string; text: string }) {
  return (
    <pre className={styles.sample} aria-label={label} role="region" tabIndex={0}>
      {text.replaceAll('\t', ' ⇥ ')}
    </pre>
  );
}
