import { PhoneFrame } from '@/components/frame/phone-frame';
import styles from './phone.module.css';

/** Something is under way; says what, and nothing can be pressed twice. */
export function BusyScreen({ text }: { text: string }) {
  return (
    <PhoneFrame title="上传收据">
      <div className={styles.busy} role="status">
        <span className={styles.spinner} aria-hidden="true" />
        <p>{text}</p>
      </div>
    </PhoneFrame>
  );
}
