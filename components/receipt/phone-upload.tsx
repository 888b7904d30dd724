'use client';

import { useRouter } from 'next/navigation';
import { QRCodeSVG } from 'qrcode.react';
import { useCallback } from 'react';
import { hasEnded } from '@/lib/capture/rules/progress';
import { formatTime } from '@/lib/kernel/shanghai-day';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { announce } from '../ui/announcer';
import { Button, LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { CaptureProgress } from './capture-progress';
import { CopyLink } from './copy-link';
import { useCaptureLink, type CaptureLink, type LinkActs } from './use-capture-link';
import styles from './upload.module.css';

/** The way by phone: a QR for one phone, and beside it what that phone does. */
export function PhoneUpload({ receiptId, acts }: { receiptId: string; acts: LinkActs }) {
  const router = useRouter();
  const onSubmitted = useCallback(() => {
    announce('收据已提交');
    router.refresh();
  }, [router]);
  const link = useCaptureLink(receiptId, acts, onSubmitted);
  return (
    <div>
      {link.problem && <RefusalNotice explained={link.problem} />}
      {link.view ? <Panel link={link} /> : <Begin link={link} />}
    </div>
  );
}

function Begin({ link }: { link: CaptureLink }) {
  return (
    <div className={styles.begin}>
      <OpenButton link={link}>上传收据</OpenButton>
      <p>用手机扫码，拍下盖好章的收据，约 1 分钟。</p>
    </div>
  );
}

function OpenButton({ link, children }: { link: CaptureLink; children: string }) {
  return (
    <Button variant="primary" icon="qr" pending={link.pending} onClick={() => void (link.pending || link.open())}>
      {children}
    </Button>
  );
}

function Panel({ link }: { link: CaptureLink }) {
  const { view, address } = link;
  if (!view) return null;
  const isOver = hasEnded(view.status);
  return (
    <div className={styles.panel}>
      <div className={styles.scan}>
        {isOver ? <Over link={link} /> : address ? <Code address={address} /> : <Unknown link={link} />}
        {!isOver && (
          <p className={styles.pairing}>
            配对码，与手机上一致
            <b>{view.pairingCode}</b>
            换用另一部手机时，要在那部手机上输入
          </p>
        )}
      </div>
      <CaptureProgress view={view} />
      {!isOver && (
        <div className={styles.foot}>
          {address && (
            <>
              <CopyLink address={address} />
              <LinkButton size="s" variant="plain" icon="camera" href={address} target="_blank" className={styles.here}>
                在本手机上拍照
              </LinkButton>
            </>
          )}
          <Button size="s" variant="plain" icon="close" pending={link.pending} onClick={() => void link.cancel()}>
            取消本次拍照
          </Button>
          {view.endsAt && (
            <p>
              <Icon name="clock" size="s" />
              {view.status === 'WAITING'
                ? `请在 ${formatTime(new Date(view.endsAt))} 前扫码`
                : '手机离开 30 分钟后链接失效'}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Code({ address }: { address: string }) {
  return (
    <>
      <div className={styles.code}>
        <QRCodeSVG value={address} size={168} level="M" title="上传收据二维码" />
      </div>
      <p>微信或手机相机扫码</p>
    </>
  );
}

/** The code of somebody else's link, or one that is over or was shown anew on another page; the token is kept nowhere. */
function Unknown({ link }: { link: CaptureLink }) {
  return (
    <div className={styles.unknown}>
      {link.view?.isOwn ? (
        <>
          <p>二维码 10 分钟内有效，只在最后显示它的页面上可用。重新显示不影响手机上的操作。</p>
          <OpenButton link={link}>显示二维码</OpenButton>
        </>
      ) : (
        <>
          <p>二维码由同事生成，手机已打开的请在手机上继续。重新生成后，那部手机不能再拍照。</p>
          <OpenButton link={link}>重新生成二维码</OpenButton>
        </>
      )}
    </div>
  );
}

function Over({ link }: { link: CaptureLink }) {
  const status = link.view?.status;
  return (
    <div className={styles.unknown}>
      <Icon name={status === 'SUBMITTED' ? 'check-circle' : 'stop'} size="xl" />
      {status === 'SUBMITTED' ? <p>正在更新本页。</p> : <OpenButton link={link}>重新生成二维码</OpenButton>}
    </div>
  );
}
