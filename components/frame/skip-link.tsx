import styles from './skip-link.module.css';

/** First stop of the keyboard: past the menus to the content. */
export function SkipLink() {
  return (
    <a href="#main" className={styles.skip} data-print="hide">
      跳到正文
    </a>
  );
}
