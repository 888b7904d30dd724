import { formatDay, formatWeekday, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { Spoken } from '../ui/layout';
import styles from './home-head.module.css';

/** The first line of the home: what day it is, by which every window and period is counted. */
export function HomeHead({ title, today }: { title: string; today: ShanghaiDay }) {
  return (
    <div className={styles.head}>
      <h1>
        <Spoken>{title}</Spoken>
      </h1>
      <p>
        今天是 {formatDay(today)}，{formatWeekday(today)}
      </p>
    </div>
  );
}
