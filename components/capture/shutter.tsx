import styles from './shutter.module.css';

/** `steady` goes from 0 to 1. */
type Props = { steady: number; disabled: boolean; onPress: () => void };

const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** The button, always there; the ring around it fills while everything holds. */
export function Shutter({ steady, disabled, onPress }: Props) {
  const filled = ROUND * steady;
  return (
    <span className={styles.place}>
      <svg className={styles.ring} viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} />
        <circle className={styles.filled} cx="50" cy="50" r={RADIUS} strokeDasharray={`${filled} ${ROUND}`} />
      </svg>
      <button type="button" className={styles.shutter} onClick={onPress} disabled={disabled} aria-label="拍照" />
    </span>
  );
}
