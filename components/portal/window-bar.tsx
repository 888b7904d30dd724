import { addDays, daysBetween, formatDay, formatShortDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import styles from './window-bar.module.css';

export type WindowBarProps = { opensOn: ShanghaiDay; closesOn: ShanghaiDay; daysLeft: number };

const WIDTH = 200;
/** From here on the days left are said in amber. */
const SOON_DAYS = 7;

/** How much of an open window has passed, between its first and last day, and how many days are left. */
export function WindowBar({ opensOn, closesOn, daysLeft }: WindowBarProps) {
  const length = Math.max(1, daysBetween(opensOn, closesOn));
  const passed = Math.max(2, Math.min(WIDTH - 1, Math.round((WIDTH * (length - daysLeft)) / length)));
  const isOtherYear = closesOn.slice(0, 4) !== addDays(closesOn, -daysLeft).slice(0, 4);
  return (
    <p className={styles.window}>
      <span className={styles.from}>{formatShortDay(opensOn)}</span>
      <svg className={styles.bar} viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden focusable="false">
        <path className={styles.whole} d={`M0 7H${WIDTH}`} />
        <path className={styles.passed} d={`M0 7H${passed}`} />
        <path className={styles.now} d={`M${passed} 0V14`} />
      </svg>
      <span className={styles.until}>{isOtherYear ? formatDay(closesOn) : formatShortDay(closesOn)} 截止</span>
      <b className={classNames(styles.left, daysLeft <= SOON_DAYS && styles.soon)}>
        <Icon name="clock" size="s" />
        {daysLeft === 0 ? '今天 24:00 截止' : `还剩 ${daysLeft} 天`}
      </b>
    </p>
  );
}
