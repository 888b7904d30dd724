import { Spoken } from '@/components/ui/layout';
import styles from './phone.module.css';

/** The four digits that stand on the desktop too: whether this is the page that one means. */
export function PairingCard({ code }: { code: string }) {
  return (
    <section className={styles.card} aria-labelledby="pairing">
      <p id="pairing" className={styles.muted}>
        配对码，请与电脑上核对
      </p>
      <p className={styles.digits}>
        <Spoken>{[...code].join(' ')}</Spoken>
        {[...code].map((digit, index) => (
          <span key={index} aria-hidden="true">
            {digit}
          </span>
        ))}
      </p>
      <p className={styles.muted}>不一致时请关闭本页，重新扫码。</p>
    </section>
  );
}
