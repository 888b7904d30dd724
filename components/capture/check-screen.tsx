import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Explained } from '@/lib/access/refusals';
import { FindingsList } from './findings-list';
import type { PhoneState } from './phone-link';
import styles from './phone.module.css';

type Props = {
  state: PhoneState;
  photograph: NonNullable<PhoneState['photograph']>;
  problem: Explained | null;
  onRetake: () => void;
  onSubmit: () => void;
};

/** 核对收据: the straightened sheet, what was found on it, and the choice between 重拍 and 确认提交. */
export function CheckScreen({ state, photograph, problem, onRetake, onSubmit }: Props) {
  const refused = photograph.verdict === 'REFUSED';
  return (
    <PhoneFrame
      title={refused ? '不能提交' : '核对收据'}
      foot={
        <div className={styles.pair}>
          <Button variant={refused ? 'primary' : 'secondary'} size="l" icon="refresh" onClick={onRetake}>
            重拍
          </Button>
          {refused ? null : (
            <Button variant="primary" size="l" onClick={onSubmit}>
              确认提交
            </Button>
          )}
        </div>
      }
    >
      {problem ? (
        <Notice tone="red" title={problem.title} role="alert">
          {problem.why}
        </Notice>
      ) : null}
      <a
        className={styles.sheet}
        href={`/api/phone/picture?${photograph.id}`}
        target="_blank"
        rel="noreferrer"
        aria-label="放大查看照片"
      >
        {/* The picture is private and made for this phone: the framework's image service has no part in it. */}
        {/* eslint-disable-next-line @next/next/no-img-element */}
        <img src={`/api/phone/picture?${photograph.id}`} alt={`收据 ${state.receipt.number} 的照片`} />
      </a>
      <FindingsList findings={photograph.findings} />
      {refused ? null : <p className={styles.muted}>请核对收据信息，并确认已加盖财务章或公章，再提交。</p>}
    </PhoneFrame>
  );
}
