'use client';

import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import type { AttachmentView } from '@/lib/application/rules/draft';
import { formatShortDay, formatTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { PaperActs } from './paper-acts';
import type { UploadPlace } from './upload-file';
import type { Underway, Uploads } from './use-uploads';
import styles from './attachments.module.css';

type FileLineProps = {
  readonly file: AttachmentView;
  readonly place: UploadPlace;
  readonly acts: PaperActs;
  readonly accept: readonly string[];
};

/** A file in its place: name, size, when it came; to be looked at, replaced or removed. */
export function FileLine({ file, place, acts, accept }: FileLineProps) {
  const at = new Date(file.uploadedAt);
  return (
    <div className={styles.file}>
      <span className={styles.fileName}>{file.fileName}</span>
      <span className={styles.facts}>
        {formatBytes(file.sizeBytes)}，{formatShortDay(shanghaiDayOf(at))} {formatTime(at)} 上传
      </span>
      <span className={styles.fileActs}>
        <Button size="s" variant="quiet" icon="eye" onClick={() => acts.show(file)}>
          查看
        </Button>
        <FileButton
          id={`replace-${file.id}`}
          label="替换"
          look={{ variant: 'quiet', size: 's', icon: 'swap' }}
          showName={false}
          accept={accept.join(',')}
          aria-label={`替换 ${file.fileName}`}
          onChange={(event) => {
            acts.uploads.send([...(event.target.files ?? [])].slice(0, 1), { ...place, replaces: file.id });
            event.target.value = '';
          }}
        />
        <Button size="s" variant="quiet" icon="trash" onClick={() => acts.remove(file)}>
          移除
        </Button>
      </span>
    </div>
  );
}

/** A file on its way, with how far it is; or one that did not arrive, with why and what to do. */
export function UnderwayLine({ underway, uploads }: { underway: Underway; uploads: Uploads }) {
  const { key, file, state, explained, says } = underway;
  if (state === 'lost' || state === 'refused') {
    return (
      <div className={styles.failed} role="alert">
        <span className={styles.fileName}>{file.name}</span>
        <p>
          <Icon name="error" size="s" />
          <span>{explained ? `${explained.title}：${explained.why}` : `${says ?? '没有传完'}。`}</span>
        </p>
        {explained?.next.map(({ label }) => (
          <p key={label} className={styles.mend}>
            {label}。
          </p>
        ))}
        <span className={styles.fileActs}>
          {state === 'lost' && (
            <Button size="s" icon="refresh" onClick={() => uploads.retry(key)}>
              重试
            </Button>
          )}
          <Button size="s" variant="quiet" onClick={() => uploads.drop(key)}>
            知道了
          </Button>
        </span>
      </div>
    );
  }
  return (
    <div className={styles.moving}>
      <Progress
        label={`正在上传 ${file.name}`}
        value={underway.sentBytes}
        max={Math.max(1, file.size)}
        percent
        detail={`${file.name}　${movedWords(underway)}`}
      />
      <Button size="s" variant="quiet" icon="close" onClick={() => uploads.drop(key)}>
        取消
      </Button>
    </div>
  );
}

/** `7.7 / 12.4 MB，约 8 秒`; after the last byte the server still looks at it. */
function movedWords({ file, sentBytes, elapsedMs, state }: Underway): string {
  if (state === 'storing') return '已传完，正在检查';
  const moved = `${formatBytes(sentBytes)} / ${formatBytes(file.size)}`;
  const seconds = elapsedMs / 1000;
  if (sentBytes === 0 || seconds < 1) return moved;
  return `${moved}，约 ${Math.ceil(((file.size - sentBytes) / sentBytes) * seconds)} 秒`;
}
