import { useEffect, useRef } from 'react';
import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView, PhotographView } from '@/lib/capture/queries';
import { FindingsList } from './findings-list';
import { MarkedSheet, placesOf } from './marked-sheet';
import styles from './phone.module.css';
import { Problem } from './problem';
import { ReceiptValuesList } from './receipt-values-list';
import { VoidedScreen } from './voided-screen';

type Props = {
  state: PhoneView;
  photograph: PhotographView;
  problem: Explained | null;
  onRetake: () => void;
  onSubmit: () => void;
};

/** 核对收据: the straightened sheet, what was found on it, what it ought to say, and the choice between 重拍 and 确认提交. */
export function CheckScreen({ state, photograph, problem, onRetake, onSubmit }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // The screen comes by itself, some seconds after the last touch.
  useEffect(() => title.current?.focus(), [photograph.id]);
  if (state.voided) return <VoidedScreen number={state.receipt.number} voided={state.voided} onRetake={onRetake} />;
  const isRefused = photograph.verdict === 'REFUSED';
  const address = `/api/phone/picture?${photograph.id}`;
  return (
    <PhoneFrame
      title={isRefused ? '不能提交' : '核对收据'}
      titleRef={title}
      foot={
        <div className={styles.pair}>
          <Button variant={isRefused ? 'primary' : 'plain'} size="l" icon="refresh" onClick={onRetake}>
            重拍
          </Button>
          {isRefused ? null : (
            <Button variant="primary" size="l" onClick={onSubmit}>
              确认提交
            </Button>
          )}
        </div>
      }
    >
      <a className={styles.sheet} href={address} target="_blank" rel="noreferrer">
        <MarkedSheet places={placesOf(photograph.findings)}>
          {/* The picture is private and made for this phone: the framework's image service has no part in it. */}
          {/* eslint-disable-next-line @next/next/no-img-element */}
          <img src={address} alt={`收据 ${state.receipt.number} 的照片`} width="210" height="297" />
        </MarkedSheet>
        <span>
          <Icon name="zoom-in" />
          放大
        </span>
      </a>
      <Problem problem={problem} />
      <FindingsList findings={photograph.findings} />
      {state.values && <ReceiptValuesList values={state.values} />}
      {isRefused ? null : <p className={styles.muted}>请核对收据信息，并确认已加盖财务章或公章，再提交。</p>}
    </PhoneFrame>
  );
}
