import styles from './hash-figure.module.css';

/** SHA-256 in groups of eight, so that two people can read it to each other; the first group is what is typed. */
export function HashFigure({ sha256 }: { sha256: string }) {
  const [head, ...rest] = sha256.match(/.{8}/g) ?? [];
  return (
    <p className={styles.hash}>
      <span>校验值 SHA-256</span>
      <code>
        <b>{head}</b> {rest.join(' ')}
      </code>
    </p>
  );
}
