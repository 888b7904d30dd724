import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Spoken } from '@/components/ui/layout';
import type { LiveChecks } from '@/lib/capture/rules/live-hints';
import styles from './live-row.module.css';

type Props = { checks: LiveChecks; version: number };

/** What has been reached, in one row. Not read out as it changes: the one sentence above says what to do. */
export function LiveRow({ checks, version }: Props) {
  const rows = [
    ['四角', checks.corners],
    ['距离', checks.distance],
    [`第${version}版`, checks.code],
    ['清晰', checks.clear],
    ['印章', checks.seal],
  ] as const;
  return (
    <ul className={styles.row} aria-label="拍照条件">
      {rows.map(([label, isReached]) => (
        <li key={label} className={classNames(isReached && styles.reached)}>
          <Icon name={isReached ? 'check' : 'circle'} size="s" /> {label}
          <Spoken>{isReached ? '，已满足' : '，未满足'}</Spoken>
        </li>
      ))}
    </ul>
  );
}
