import { PhoneFrame } from '@/components/frame/phone-frame';
import styles from './phone.module.css';

type Props = {
  text: string;
  /** How much has been sent, 0 to 1; at 1 `then` is what goes on. */
  share?: number;
  then?: string;
};

/** Something is under way; says what, and nothing can be pressed twice. */
export function BusyScreen({ text, share, then }: Props) {
  const isSent = share === 1;
  const percent = Math.round((share ?? 0) * 100);
  return (
    <PhoneFrame title="上传收据">
      <div className={styles.busy}>
        <span className={styles.spinner} aria-hidden="true" />
        <p role="status">{isSent && then ? then : text}</p>
        {share !== undefined && !isSent && (
          <>
            <progress className={styles.sending} max={100} value={percent} aria-label={text} />
            <p className={styles.muted}>{percent}%</p>
          </>
        )}
      </div>
    </PhoneFrame>
  );
}
