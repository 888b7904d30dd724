'use client';

import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { FileButton } from '@/components/ui/file-button';
import { Icon } from '@/components/ui/icon';
import type { FormerFile, Unfinished } from '@/lib/application/rules/place-of-upload';
import { acceptList } from './file-lines';
import type { PaperActs } from './paper-acts';
import type { UploadPlace } from './upload-file';
import styles from './attachments.module.css';

type UnfinishedLineProps = {
  readonly unfinished: Unfinished;
  readonly acts: PaperActs;
  readonly place: UploadPlace;
  readonly accept: readonly string[];
};

/** An upload that an earlier page began and whose file this browser no longer has: chosen again, it goes on. */
export function UnfinishedLine({ unfinished, acts, place, accept }: UnfinishedLineProps) {
  const { uploadId, name, receivedBytes, sizeBytes, isMine, replaces } = unfinished;
  const share = Math.floor((100 * receivedBytes) / Math.max(1, sizeBytes));
  if (!isMine)
    return (
      <p className={styles.facts}>
        同事正在上传 {name}（{share}%）
      </p>
    );
  return (
    <div className={styles.paused}>
      <span className={styles.fileName}>{name}</span>
      <p id={`${uploadId}-why`}>请重新选择同一文件，将从 {share}% 处继续。</p>
      <span className={styles.fileActs}>
        <FileButton
          id={`resume-${uploadId}`}
          label="选择文件"
          look={{ variant: 'secondary', size: 's' }}
          showName={false}
          accept={acceptList(accept)}
          aria-label={`继续上传 ${name}，选择文件`}
          aria-describedby={`${uploadId}-why`}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])].slice(0, 1);
            acts.uploads.send(files, { ...place, replaces: replaces ?? undefined }, accept);
            event.target.value = '';
          }}
        />
        <Button size="s" variant="quiet" onClick={() => acts.abandon(unfinished)}>
          不传了
        </Button>
      </span>
    </div>
  );
}

/** A file that the scanner reported after it was attached: it counts as missing, and nobody can open it. */
export function InfectedLine({ file }: { file: FormerFile }) {
  return (
    <div className={styles.failed} role="alert">
      <span className={styles.fileName}>{file.fileName}</span>
      <p>
        <Icon name="error" size="s" />
        <span>发现风险：安全检查发现这个文件含有恶意内容，不能查看，也不会随申请提交。</span>
      </p>
      <p className={styles.mend}>请在本机杀毒后重新导出，或换一台电脑扫描，再上传一份。</p>
    </div>
  );
}

/** What was in this place before: replaced or removed, and to be had back. */
export function FormerFiles({ files, acts }: { files: readonly FormerFile[]; acts: PaperActs }) {
  if (files.length === 0) return null;
  const replaced = files.filter(({ isReplaced }) => isReplaced).length;
  const words = replaced === files.length ? '已替换，可恢复' : '已替换或移除，可恢复';
  return (
    <Disclosure summary={`${words}（${files.length} 个）`}>
      <ul className={styles.former}>
        {files.map((file) => (
          <li key={file.attachmentId}>
            <span className={styles.fileName}>{file.fileName}</span>
            <span className={styles.facts}>{file.isReplaced ? '已替换' : '已移除'}</span>
            <Button
              size="s"
              variant="quiet"
              icon="undo"
              aria-label={`恢复 ${file.fileName}`}
              onClick={() => acts.restore(file.attachmentId)}
            >
              恢复
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
