'use client';

import { useState, type DragEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { FileButton } from '@/components/ui/file-button';
import { Status } from '@/components/ui/status';
import { formatBytes, MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { DownloadForm } from './download-form';
import { PaperExample, type ExampleKind } from './paper-example';
import styles from './papers.module.css';
import type { UploadedPaper } from './send-paper';
import { StandingFile } from './standing-file';
import { UnderwayFile } from './underway-file';
import { usePaperUpload } from './use-paper-upload';

export type PaperSlotProps = {
  /** Where a link to what is missing lands. */
  readonly id: string;
  readonly title: string;
  /** What is wanted, said before anything is chosen. */
  readonly hint: string;
  readonly example: ExampleKind;
  /** POST: the bytes as the body, the name in `x-file-name`; answers fileId, mediaType, sizeBytes and check. */
  readonly uploadUrl: string;
  /** POST: issues the form and answers its paperId. Only for printed forms. */
  readonly paperUrl?: string;
  /** An uploaded file is read at this address with its id behind. */
  readonly fileUrl: string;
  readonly paper: UploadedPaper | null;
  /** After a file has arrived: the page counts anew what is missing. */
  readonly onChanged?: () => void;
};

/** Names beside the kinds: some systems know HEIC by its ending only. */
const ACCEPT = 'image/jpeg,image/png,image/heic,image/heif,.heic,.heif,application/pdf';

/** One required paper: what it is, the form to print, the file, how far it is, and what the check says of it. */
export function PaperSlot({
  id,
  title,
  hint,
  example,
  uploadUrl,
  paperUrl,
  fileUrl,
  paper: before,
  onChanged = () => undefined,
}: PaperSlotProps) {
  const { paper, underway, send, cancel, drop } = usePaperUpload(title, uploadUrl, before, onChanged);
  const [isOver, setOver] = useState(false);
  // What was refused is printed anew before anything is uploaded again.
  const mustPrint = paper === null || paper.check?.verdict === 'refuse';

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void send(file);
  }

  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={classNames(styles.slot, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <PaperExample kind={example} />
      <div className={styles.words}>
        <div className={styles.head}>
          <h3 id={`${id}-title`}>{title}</h3>
          <StateOf paper={paper} isSending={underway?.state === 'sending'} />
        </div>
        <p className={styles.hint}>{hint}</p>
        {paper && <StandingFile paper={paper} fileUrl={fileUrl} />}
        {underway && <UnderwayFile underway={underway} retry={send} cancel={cancel} drop={drop} />}
        <div className={styles.acts}>
          {paperUrl && <DownloadForm title={title} paperUrl={paperUrl} isMain={mustPrint} />}
          <FileButton
            id={`${id}-file`}
            label={paper ? '换一个文件' : paperUrl ? '上传盖章后的表' : '拍照或选择文件'}
            look={{ variant: 'secondary', size: 's', icon: paper ? 'swap' : 'upload' }}
            showName={false}
            accept={ACCEPT}
            aria-label={`${paper ? '替换' : '上传'} ${title}`}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void send(file);
            }}
          />
          <span className={styles.limits}>
            JPG、PNG、HEIC 或 PDF，不超过 {formatBytes(MAX_FILE_BYTES).replace(' ', '\u00a0')}
          </span>
        </div>
      </div>
    </section>
  );
}

function StateOf({ paper, isSending }: { paper: UploadedPaper | null; isSending: boolean }) {
  if (isSending) return <Status tone="blue">正在上传</Status>;
  if (!paper) return <Status tone="neutral">未上传</Status>;
  const verdict = paper.check?.verdict;
  if (verdict === 'refuse') return <Status tone="red">需要更换</Status>;
  return verdict === 'doubt' ? <Status tone="amber">已上传，请核对</Status> : <Status tone="green">已上传</Status>;
}
