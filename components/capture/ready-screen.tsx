import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { formatMoney } from '@/lib/kernel/fen';
import { HowToHold } from './how-to-hold';
import { whyNoCamera } from './no-camera';
import { PairingCard } from './pairing-card';
import { PicturePicker } from './picture-picker';
import styles from './phone.module.css';
import { Problem } from './problem';

type Props = {
  state: PhoneView;
  problem: Explained | null;
  onCamera: () => void;
  onPicture: (picture: Blob) => void;
  onAgain?: () => void;
};

const BEFORE = ['已加盖财务章或公章', '收据平放，光线均匀', '拍照框对齐虚线裁剪框'] as const;

/** First screen: is it the right receipt, and how to take the picture. */
export function ReadyScreen({ state, problem, onCamera, onPicture, onAgain }: Props) {
  const noCamera = whyNoCamera();
  return (
    <PhoneFrame
      title="上传收据"
      foot={
        <section aria-label="拍照" className={styles.acts}>
          {onAgain ? (
            <Button variant="primary" size="l" icon="refresh" onClick={onAgain}>
              再次上传刚才的照片
            </Button>
          ) : null}
          {noCamera ? (
            <>
              <p className={styles.muted}>{noCamera}</p>
              <PicturePicker label="拍照" icon="camera" capture primary onPicture={onPicture} />
            </>
          ) : (
            <Button variant={onAgain ? 'secondary' : 'primary'} size="l" icon="camera" onClick={onCamera}>
              打开相机拍照
            </Button>
          )}
          <PicturePicker label="选择相册图片或PDF" icon="image" onPicture={onPicture} />
        </section>
      }
    >
      <Problem problem={problem} />
      <PairingCard code={state.pairingCode} />
      <dl className={styles.facts}>
        <dt>申报单位</dt>
        <dd>{state.receipt.payee}</dd>
        <dt>收据编号</dt>
        <dd>
          {state.receipt.number} <b>第 {state.receipt.version} 版</b>
        </dd>
        <dt>金额</dt>
        <dd>
          <b>{formatMoney(state.receipt.amountFen)}</b>
        </dd>
      </dl>
      <div className={styles.before}>
        <HowToHold />
        <ul>
          {BEFORE.map((line) => (
            <li key={line}>
              <Icon name="check" size="s" /> {line}
            </li>
          ))}
        </ul>
      </div>
    </PhoneFrame>
  );
}
