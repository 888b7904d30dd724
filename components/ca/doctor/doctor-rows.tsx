import { EXPLAIN_DOCTOR, DOCTOR_STEP_WORDS, type DoctorFacts } from '@/lib/enterprise/rules/doctor-words';
import type { DoctorStep } from '@/lib/enterprise/rules/doctor-code';
import type { StepResult } from '@/lib/enterprise/rules/doctor-rows';
import { classNames } from '../../ui/class-names';
import { Icon, type IconName } from '../../ui/icon';
import styles from './doctor-rows.module.css';

export type Row = { readonly step: DoctorStep; readonly result: StepResult };

const LOOK: Readonly<Record<StepResult['state'], { icon: IconName; word: string }>> = {
  good: { icon: 'check-circle', word: '正常' },
  bad: { icon: 'close-circle', word: '有问题' },
  unknown: { icon: 'circle', word: '未查' },
  running: { icon: 'clock', word: '正在查' },
  waiting: { icon: 'key', word: '等待 PIN' },
};

/** The ten steps, each with its state as icon and word, and under a red one what is the matter. */
export function DoctorRows({ label, rows, facts }: { label: string; rows: readonly Row[]; facts: DoctorFacts }) {
  return (
    <ol className={styles.rows} aria-label={label}>
      {rows.map(({ step, result }, index) => {
        const words = DOCTOR_STEP_WORDS[step];
        const look = LOOK[result.state];
        return (
          <li
            key={step}
            className={classNames(styles.row, styles[result.state])}
            data-step={step}
            data-state={result.state}
          >
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            <span className={styles.title}>{words.title}</span>
            <span className={styles.text}>
              {result.state === 'good' && words.good}
              {result.state === 'waiting' && '已检测到 Key'}
              {result.state === 'bad' && EXPLAIN_DOCTOR[result.reason](facts).title}
            </span>
            <span className={styles.state}>
              <Icon name={look.icon} size="s" />
              {look.word}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
