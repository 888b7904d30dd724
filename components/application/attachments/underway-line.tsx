'use client';

import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import type { Underway, Uploads } from './use-uploads';
import styles from './attachments.module.css';

type UnderwayLineProps = { readonly underway: Underway; readonly uploads: Uploads };

/** A file on its way, with how far it is; or one that did not arrive, with why and what to do. */
export function UnderwayLine({ underway, uploads }: UnderwayLineProps) {
  const { key, file, state } = underway;
  if (state === 'lost') return <LostLine underway={underway} uploads={uploads} />;
  if (state === 'refused') return <RefusedLine underway={underway} uploads={uploads} />;
  return (
    <div className={styles.moving}>
      <Progress
        label={`正在上传 ${file.name}`}
        value={underway.sentBytes}
        max={Math.max(1, file.size)}
        percent
        detail={`${file.name}　${movedWords(underway)}`}
      />
      <Button
        size="s"
        variant="quiet"
        icon="close"
        aria-label={`取消上传 ${file.name}`}
        onClick={() => uploads.drop(key)}
      >
        取消
      </Button>
    </div>
  );
}

function LostLine({ underway, uploads }: UnderwayLineProps) {
  const { key, file, says, sentBytes } = underway;
  const share = Math.floor((100 * sentBytes) / Math.max(1, file.size));
  return (
    <div className={styles.failed} role="alert">
      <span className={styles.fileName}>{file.name}</span>
      <p id={`${key}-why`}>
        <Icon name="error" size="s" />
        <span>
          {says ?? '没有传完'}，已传 {share}%，没有丢失。
        </span>
      </p>
      <p className={styles.mend}>网络恢复后自动继续，也可以点“重试”，从 {share}% 处接着传。</p>
      <span className={styles.fileActs}>
        <Button size="s" icon="refresh" aria-describedby={`${key}-why`} onClick={() => uploads.retry(key)}>
          重试
        </Button>
        <Button size="s" variant="quiet" onClick={() => uploads.drop(key)}>
          不传了
        </Button>
      </span>
    </div>
  );
}

function RefusedLine({ underway, uploads }: UnderwayLineProps) {
  const { key, file, explained, code } = underway;
  const isRepeated = code === 'file-already-attached';
  return (
    <div className={styles.failed} role="alert">
      <span className={styles.fileName}>{file.name}</span>
      <p id={`${key}-why`}>
        <Icon name="error" size="s" />
        <span>{explained ? `${explained.title}：${explained.why}` : '没有收下。'}</span>
      </p>
      {explained?.next.map(({ label }) => (
        <p key={label} className={styles.mend}>
          {label}。
        </p>
      ))}
      <span className={styles.fileActs}>
        {isRepeated && (
          <Button size="s" aria-describedby={`${key}-why`} onClick={() => uploads.retry(key, true)}>
            仍要附上
          </Button>
        )}
        <Button size="s" variant="quiet" aria-describedby={`${key}-why`} onClick={() => uploads.drop(key)}>
          {isRepeated ? '不附了' : '知道了'}
        </Button>
      </span>
    </div>
  );
}

/** `7.7 / 12.4 MB，约 8 秒`; after the last byte the server still looks at it. */
function movedWords({ file, sentBytes, resumedBytes, elapsedMs, state }: Underway): string {
  if (state === 'waiting') return sentBytes > 0 ? '等待继续' : '排队等待';
  if (state === 'storing') return '已传完，正在检查';
  const moved = `${formatBytes(sentBytes)} / ${formatBytes(file.size)}`;
  const seconds = elapsedMs / 1000;
  const sent = sentBytes - resumedBytes;
  if (sent <= 0 || seconds < 1) return moved;
  return `${moved}，约 ${Math.ceil(((file.size - sentBytes) / sent) * seconds)} 秒`;
}
