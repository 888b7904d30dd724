import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Explained } from '@/lib/access/refusals';
import { PairingCard } from './pairing-card';
import styles from './phone.module.css';

type Props = { question: Explained; pairingCode: string; onTakeOver: () => void };

/** Another phone holds the link: asks whether this one goes on instead. Who does not want to closes the page. */
export function TakeOverScreen({ question: { title, why }, pairingCode, onTakeOver }: Props) {
  return (
    <PhoneFrame
      title="上传收据"
      foot={
        <Button variant="primary" size="l" icon="swap" onClick={onTakeOver}>
          改用这部手机
        </Button>
      }
    >
      <div className={styles.top}>
        <Icon name="mobile" size="xl" />
        <h2>{title}</h2>
      </div>
      <PairingCard code={pairingCode} />
      <p className={styles.said}>{why}</p>
      <p className={styles.muted}>
        不改用的，关闭本页，那部手机可继续拍照。同一部手机换了浏览器也会这样问，直接改用即可。
      </p>
    </PhoneFrame>
  );
}
