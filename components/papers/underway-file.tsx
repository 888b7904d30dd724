'use client';

import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import styles from './papers.module.css';
import type { Underway } from './use-paper-upload';

type Props = {
  readonly underway: Underway;
  retry(file: File): void;
  cancel(): void;
  drop(): void;
};

/** A file on its way, with how far it is; or one that did not arrive, with why and what to do. */
export function UnderwayFile({ underway, retry, cancel, drop }: Props) {
  const { file } = underway;
  if (underway.state === 'sending') {
    const isWhole = underway.sentBytes >= file.size && file.size > 0;
    const moved = `${formatBytes(underway.sentBytes)} / ${formatBytes(file.size)}`;
    return (
      <div className={styles.moving}>
        <Progress
          label={`正在上传 ${file.name}`}
          value={underway.sentBytes}
          max={Math.max(1, file.size)}
          percent
          detail={`${file.name}　${isWhole ? '已传完，正在检查' : moved}`}
        />
        <Button size="s" variant="quiet" icon="close" onClick={cancel}>
          取消
        </Button>
      </div>
    );
  }
  const lines =
    underway.state === 'lost'
      ? [`${underway.says}。文件还在，可以再传一次。`]
      : [
          `${underway.explained.title}：${underway.explained.why}`,
          ...underway.explained.next.map(({ label }) => `${label}。`),
        ];
  return (
    <div className={styles.failed} role="alert">
      <Icon name="error" size="s" />
      <div>
        <p className={styles.name}>{file.name}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <span className={styles.failedActs}>
        {underway.state === 'lost' && (
          <Button size="s" icon="refresh" onClick={() => retry(file)}>
            重试
          </Button>
        )}
        <Button size="s" variant="quiet" onClick={drop}>
          知道了
        </Button>
      </span>
    </div>
  );
}
