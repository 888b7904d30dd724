'use client';

import { Button, IconButton } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { Status } from '@/components/ui/status';
import type { AttachmentView } from '@/lib/application/rules/draft';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import { formatShortDay, formatTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { PaperActs } from './paper-acts';
import { Thumbnail } from './thumbnail';
import type { UploadPlace } from './upload-file';
import styles from './attachments.module.css';

type FileLineProps = {
  readonly file: AttachmentView;
  /** All files of the paper, in order. */
  readonly files: readonly AttachmentView[];
  readonly place: UploadPlace;
  readonly acts: PaperActs;
  readonly accept: readonly string[];
};

/** A file in its place: small picture, name, size, when it came; to be looked at, moved, replaced or removed. */
export function FileLine({ file, files, place, acts, accept }: FileLineProps) {
  const at = new Date(file.uploadedAt);
  const note = acts.notes[file.id];
  return (
    <div className={styles.file}>
      <Thumbnail file={file} show={() => acts.show(file, files)} />
      <div className={styles.fileText}>
        <span className={styles.fileName}>{file.fileName}</span>
        <span className={styles.facts}>
          {formatBytes(file.sizeBytes)}，{formatShortDay(shanghaiDayOf(at))} {formatTime(at)} 上传
          <ScanWord isPending={acts.beside.scans[file.fileId] === 'pending'} />
        </span>
        {note && <span className={styles.facts}>{note}</span>}
        <span className={styles.fileActs}>
          <Button size="s" variant="quiet" icon="eye" onClick={() => acts.show(file, files)}>
            查看
          </Button>
          <FileButton
            id={`replace-${file.id}`}
            label="替换"
            look={{ variant: 'quiet', size: 's', icon: 'swap' }}
            showName={false}
            accept={acceptList(accept)}
            aria-label={`替换 ${file.fileName}`}
            onChange={(event) => {
              acts.uploads.send([...(event.target.files ?? [])].slice(0, 1), { ...place, replaces: file.id }, accept);
              event.target.value = '';
            }}
          />
          <Button size="s" variant="quiet" icon="trash" onClick={() => acts.remove(file)}>
            移除
          </Button>
          <Moves file={file} files={files} acts={acts} />
        </span>
      </div>
    </div>
  );
}

/** HEIC has no place in `accept` of a programme, but is taken where JPEG is. */
export const acceptList = (accept: readonly string[]) =>
  [...accept, ...(accept.includes('image/jpeg') ? ['image/heic', 'image/heif', '.heic'] : [])].join(',');

function ScanWord({ isPending }: { isPending: boolean }) {
  if (!isPending) return '，已检查';
  return (
    <>
      {'　'}
      <Status tone="blue" look="text">
        安全检查中
      </Status>
    </>
  );
}

function Moves({ file, files, acts }: Pick<FileLineProps, 'file' | 'files' | 'acts'>) {
  const index = files.findIndex(({ id }) => id === file.id);
  if (files.length < 2) return null;
  return (
    <>
      <IconButton
        icon="chevron-up"
        label={`上移 ${file.fileName}`}
        disabled={index === 0}
        onClick={() => acts.move(file.id, -1)}
      />
      <IconButton
        icon="chevron-down"
        label={`下移 ${file.fileName}`}
        disabled={index === files.length - 1}
        onClick={() => acts.move(file.id, 1)}
      />
    </>
  );
}
