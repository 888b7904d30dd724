'use client';

import { useRouter } from 'next/navigation';
import { useState, type ChangeEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { FindingsList } from '../capture/findings-list';
import { MarkedSheet, placesOf } from '../capture/marked-sheet';
import { ReceiptValuesList } from '../capture/receipt-values-list';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { answered } from '../review/acts';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { FileButton } from '../ui/file-button';
import type { PaperActs } from './acts';
import type { CheckedPicture } from './checked-picture';
import { sendPicture } from './send-picture';
import { VoidedNotice } from './voided-notice';
import styles from './upload.module.css';

type Props = { receiptId: string } & Pick<PaperActs, 'submitPicture'>;

/** A picture file from this computer: looked at like one from the phone, shown, then handed in. */
export function DesktopPicture({ receiptId, submitPicture }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Explained | null>(null);
  const [checked, setChecked] = useState<CheckedPicture | null>(null);

  async function chosen(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file || busy) return;
    setBusy(true);
    const sent = await sendPicture(receiptId, file);
    setBusy(false);
    setProblem(sent.ok ? null : sent.explained);
    if (sent.ok) setChecked(sent.value);
  }

  async function submit(photographId: string) {
    if (busy) return;
    setBusy(true);
    const answer = await answered(submitPicture({ photographId }));
    setBusy(false);
    setChecked(null);
    if (!answer.ok) return setProblem(answer.explained);
    announce('收据已提交');
    router.refresh();
  }

  return (
    <>
      {problem && <RefusalNotice explained={problem} />}
      <div className={styles.file}>
        <div>
          <p>上传照片或扫描图片</p>
          <p className={styles.muted}>JPG、PNG、HEIC 照片或 PDF 扫描件，彩色，四角完整，不超过 20 MB</p>
        </div>
        <FileButton
          id="receipt-picture"
          label={busy && !checked ? '正在上传并检查' : '选择文件'}
          look={{ variant: 'plain' }}
          accept="image/jpeg,image/png,image/heic,image/heif,.heic,.heif,application/pdf"
          showName={false}
          disabled={busy}
          onChange={(event) => void chosen(event)}
        />
      </div>
      <CheckDialog checked={checked} busy={busy} onClose={() => setChecked(null)} onSubmit={submit} />
    </>
  );
}

type CheckProps = {
  checked: CheckedPicture | null;
  busy: boolean;
  onClose: () => void;
  onSubmit: (photographId: string) => Promise<void>;
};

function CheckDialog({ checked, busy, onClose, onSubmit }: CheckProps) {
  const isRefused = checked?.verdict === 'REFUSED';
  return (
    <Dialog
      open={checked !== null}
      size="l"
      onClose={onClose}
      title={isRefused ? '这张照片不能提交' : '核对收据'}
      footNote={isRefused ? null : '提交后，业务人员查看前可以取回。'}
      foot={
        <>
          <DialogClose>换一张</DialogClose>
          {checked && !isRefused && (
            <Button variant="primary" pending={busy} onClick={() => void onSubmit(checked.photographId)}>
              确认提交
            </Button>
          )}
        </>
      }
    >
      {checked && (
        <div className={styles.check}>
          <MarkedSheet places={checked.hasFlat ? placesOf(checked.findings) : []}>
            {/* Private, and never the same twice: the framework's image service has no part in it. */}
            {/* eslint-disable-next-line @next/next/no-img-element */}
            <img src={paths.photograph(checked.photographId, checked.hasFlat ? 'flat' : 'view')} alt="上传的收据" />
          </MarkedSheet>
          <Said checked={checked} />
        </div>
      )}
    </Dialog>
  );
}

/** A void version is said in full, and nothing else then matters. */
function Said({ checked: { findings, voided, values } }: { checked: CheckedPicture }) {
  const number = findings.find(({ code }) => code === 'voided-version')?.seen?.number;
  if (voided && number) return <VoidedNotice number={number} voided={voided} />;
  return (
    <div>
      <FindingsList findings={findings} />
      <ReceiptValuesList values={values} />
    </div>
  );
}
