import styles from './mark.module.css';

/** The drawn mark beside the wordmark: an open garden window, plain geometry and no emblem. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path d="M4 4h24v24H4z" />
      <path d="M4 12 12 4M20 4l8 8M28 20l-8 8M12 28l-8-8" />
      <path d="M16 8.5 23.5 16 16 23.5 8.5 16z" />
      <path d="M16 4v4.5M16 23.5V28M4 16h4.5M23.5 16H28" />
      <circle cx="16" cy="16" r="2.6" />
    </svg>
  );
}
