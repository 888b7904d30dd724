import type { CaptureView } from '@/lib/capture/queries';
import { takenOverAt } from '@/lib/capture/rules/link';
import { captureHeadline, hasEnded, progressLines } from '@/lib/capture/rules/progress';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import styles from './progress.module.css';

const SHANGHAI_MS = 8 * 60 * 60_000;

/** 14:02:31 in China: within one minute several things happen here. */
const toTheSecond = (at: string) => new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(11, 19);

/** What the phone does, as it does it: one line above, and the way behind and ahead. */
export function CaptureProgress({ view }: { view: CaptureView }) {
  const { title, note } = captureHeadline(view);
  const changedAt = takenOverAt(view.steps);
  const isBroken = hasEnded(view.status) && view.status !== 'SUBMITTED';
  return (
    <div className={classNames(styles.progress, isBroken && styles.broken)}>
      <div role="status" className={styles.headline}>
        <p>{title}</p>
        <p>{note}</p>
        {changedAt && (
          <p className={styles.changed}>
            <Icon name="swap" size="s" /> 已换到另一部手机：{view.deviceLabel ?? '手机'}，
            <time dateTime={changedAt}>{toTheSecond(changedAt)}</time>
          </p>
        )}
      </div>
      <ol aria-label="拍照进度">
        {progressLines(view.status, view.steps).map((line) => (
          <li
            key={line.word}
            className={styles[line.state]}
            aria-current={line.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.dot}>{line.state === 'done' && <Icon name="check" size="s" label="完成" />}</span>
            <span>{line.word}</span>
            {line.at && <time dateTime={line.at}>{toTheSecond(line.at)}</time>}
          </li>
        ))}
      </ol>
    </div>
  );
}
