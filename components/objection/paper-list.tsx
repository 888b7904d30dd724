'use client';

import { useId, useState } from 'react';
import { formatBytes, MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { MOST_PAPERS } from '@/lib/objection/rules/objection.schema';
import type { UploadedPaper } from '../papers/send-paper';
import { UnderwayFile } from '../papers/underway-file';
import { usePaperUpload } from '../papers/use-paper-upload';
import { Button } from '../ui/button';
import { FileButton } from '../ui/file-button';
import { Fieldset } from '../ui/field';
import styles from './objection.module.css';

const ACCEPT = 'image/jpeg,image/png,image/heic,image/heif,.heic,.heif,application/pdf';

/** Papers beside what is written, a few; each is sent as it is chosen and goes with the form by its id. */
export function PaperList({ uploadUrl, hint }: { uploadUrl: string; hint: string }) {
  const id = useId();
  const [papers, setPapers] = useState<readonly UploadedPaper[]>([]);
  const arrived = (paper: UploadedPaper) => setPapers((now) => [...now, paper]);
  return (
    <Fieldset id={id} legend="证明材料" aside="选填" hint={hint}>
      {papers.map((paper) => (
        <p key={paper.fileId} className={styles.paper}>
          <input type="hidden" name="fileIds[]" value={paper.fileId} />
          <span className={styles.name}>{paper.name}</span>
          <span className={styles.size}>{formatBytes(paper.sizeBytes)}</span>
          <Button
            size="s"
            variant="quiet"
            aria-label={`移除 ${paper.name}`}
            onClick={() => setPapers((now) => now.filter((one) => one !== paper))}
          >
            移除
          </Button>
        </p>
      ))}
      {papers.length < MOST_PAPERS && <NextPaper key={papers.length} uploadUrl={uploadUrl} onArrived={arrived} />}
      <p className={styles.limits}>
        已传 {papers.length} / {MOST_PAPERS} 份。JPG、PNG、HEIC 或 PDF，每份不超过 {formatBytes(MAX_FILE_BYTES)}
      </p>
    </Fieldset>
  );
}

/** The place of the paper that comes next. */
function NextPaper({ uploadUrl, onArrived }: { uploadUrl: string; onArrived: (paper: UploadedPaper) => void }) {
  const id = useId();
  const { underway, send, cancel, drop } = usePaperUpload('材料', uploadUrl, null, onArrived);
  return (
    <>
      {underway && <UnderwayFile underway={underway} retry={send} cancel={cancel} drop={drop} />}
      <FileButton
        id={id}
        label="拍照或选择文件"
        look={{ variant: 'secondary', size: 's' }}
        showName={false}
        accept={ACCEPT}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
    </>
  );
}
