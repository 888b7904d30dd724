import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import styles from './phone.module.css';

/** The server cannot be reached and there is nothing to show yet; nothing is lost by trying again. */
export function OfflineScreen({ onAgain }: { onAgain: () => void }) {
  return (
    <PhoneFrame
      title="上传收据"
      foot={
        <Button variant="primary" size="l" icon="refresh" onClick={onAgain}>
          再试一次
        </Button>
      }
    >
      <div className={styles.end} role="alert">
        <Icon name="warn" size="xl" className={styles.doubt} />
        <h2>没有连上服务器</h2>
        <p>请检查手机网络后再试，已提交的内容都在。</p>
      </div>
    </PhoneFrame>
  );
}
