import { formatDay } from '@/lib/kernel/shanghai-day';
import { periodWords, type NoticeSheet } from '@/lib/notice/rules/views';
import styles from './sheet-words.module.css';

/** What stands above the list: what is planned, from when to when, and why names are shortened. */
export function SheetWords({ sheet }: { sheet: NoticeSheet }) {
  const { enterprises, talents, lines, workingDays, period, isMasked } = sheet;
  return (
    <div className={styles.words}>
      <p>
        经审核，拟对以下 {enterprises} 家单位申报的 {talents} 人给予补贴，现予公示。
      </p>
      <p>
        公示期 {workingDays} 个工作日（{periodWords(period)}，公示当日不计入），{formatDay(period.endsOn)} 24:00 结束。
      </p>
      {lines.length > talents && <p>{lines.length - talents} 项因异议成立已撤出公示，不再给予补贴。</p>}
      {isMasked && <p>为保护个人信息，姓名只显示姓氏或首字母。</p>}
    </div>
  );
}
