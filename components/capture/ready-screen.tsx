import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spoken } from '@/components/ui/layout';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { formatMoney } from '@/lib/kernel/fen';
import { canUseCamera } from './camera';
import { HowToHold } from './how-to-hold';
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
  const camera = canUseCamera();
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
          {camera ? (
            <Button variant={onAgain ? 'secondary' : 'primary'} size="l" icon="camera" onClick={onCamera}>
              打开相机拍照
            </Button>
          ) : (
            <PicturePicker label="拍照" icon="camera" capture primary onPicture={onPicture} />
          )}
          <PicturePicker label="选择相册图片" icon="image" onPicture={onPicture} />
        </section>
      }
    >
      <Problem problem={problem} />
      <section className={styles.card} aria-labelledby="pairing">
        <p id="pairing" className={styles.muted}>
          配对码，请与电脑上核对
        </p>
        <p className={styles.digits}>
          <Spoken>{[...state.pairingCode].join(' ')}</Spoken>
          {[...state.pairingCode].map((digit, index) => (
            <span key={index} aria-hidden="true">
              {digit}
            </span>
          ))}
        </p>
        <p className={styles.muted}>不一致时请关闭本页，重新扫码。</p>
      </section>
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
      {camera ? null : <p className={styles.muted}>当前浏览器不能直接打开相机画面，请用“拍照”调用手机相机。</p>}
    </PhoneFrame>
  );
}
