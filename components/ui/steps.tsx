import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Spoken } from './layout';
import styles from './steps.module.css';

export type StepState = 'done' | 'current' | 'todo';

export type Step = {
  key: string;
  state: StepState;
  title: string;
  /** One line: the result of a done step, what a coming one needs. */
  result?: ReactNode;
  /** A button at the right of the title. */
  action?: ReactNode;
  /** Open content. A done step with content folds to one line unless `open`. */
  children?: ReactNode;
  open?: boolean;
};

const SPOKEN: Record<StepState, string> = { done: '已完成', current: '当前步骤', todo: '未到' };

function StepHead({ step }: { step: Step }) {
  return (
    <>
      <span className={styles.title}>{step.title}</span>
      <Spoken>，{SPOKEN[step.state]}</Spoken>
      {step.result && <span className={styles.result}>{step.result}</span>}
    </>
  );
}

/** The vertical path of a case: done steps fold to a line with their result, the present one is open. */
export function Steps({ items, label }: { items: readonly Step[]; label: string }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {items.map((step, index) => (
        <li
          key={step.key}
          id={step.key}
          className={classNames(styles.step, styles[step.state])}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.number} aria-hidden>
            {step.state === 'done' ? <Icon name="check" size="s" /> : index + 1}
          </span>
          <StepBody step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepBody({ step }: { step: Step }) {
  const folds = step.state === 'done' && step.children && !step.open;
  if (folds) {
    return (
      <details className={styles.fold}>
        <summary className={styles.head}>
          <h2 className={styles.words}>
            <StepHead step={step} />
          </h2>
          <span className={styles.more}>
            <span className={styles.show}>查看</span>
            <span className={styles.hide}>收起</span>
            <Icon name="chevron-down" size="s" className={styles.chevron} />
          </span>
        </summary>
        <div className={styles.content}>{step.children}</div>
      </details>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.words}>
          <StepHead step={step} />
        </h2>
        {step.action && <div className={styles.action}>{step.action}</div>}
      </div>
      {step.children && <div className={styles.content}>{step.children}</div>}
    </>
  );
}
