import { Anchor } from './anchor';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './wizard-steps.module.css';

export type WizardStep = {
  key: string;
  title: string;
  /** Without one the step cannot be reached yet. */
  href?: string;
  /** How many things are missing; 0 is done. `null`: not begun. */
  missing: number | null;
};

export type WizardStepsProps = { items: readonly WizardStep[]; current: string; label?: string };

function wordsOf(missing: number | null): string {
  if (missing === null) return '未开始';
  return missing === 0 ? '完成' : `差 ${missing} 项`;
}

function stateOf(missing: number | null): 'none' | 'done' | 'gap' {
  if (missing === null) return 'none';
  return missing === 0 ? 'done' : 'gap';
}

/** Numbered steps that can be jumped between; where it is narrow one line with coloured bars, which opens to the list. */
export function WizardSteps({ items, current, label = '填写步骤' }: WizardStepsProps) {
  return (
    <nav aria-label={label} className={styles.wizard}>
      <ol className={styles.list}>
        {items.map((step, index) => (
          <StepLine key={step.key} step={step} number={index + 1} isCurrent={step.key === current} />
        ))}
      </ol>
      <PhoneSteps items={items} current={current} />
    </nav>
  );
}

function StepLine({ step, number, isCurrent }: { step: WizardStep; number: number; isCurrent: boolean }) {
  const state = stateOf(step.missing);
  const inside = (
    <>
      <span className={styles.number} aria-hidden>
        {state === 'done' && !isCurrent ? <Icon name="check" size="s" /> : number}
      </span>
      <span className={styles.title}>{step.title}</span>
      <span className={styles.state}>
        {state === 'gap' && <Icon name="warn" size="s" />}
        {wordsOf(step.missing)}
      </span>
    </>
  );
  const names = classNames(styles.step, styles[state], isCurrent && styles.current);
  return (
    <li className={names}>
      {step.href ? (
        <Anchor href={step.href} aria-current={isCurrent ? 'step' : undefined}>
          {inside}
        </Anchor>
      ) : (
        <span className={styles.closed}>{inside}</span>
      )}
    </li>
  );
}

function PhoneSteps({ items, current }: { items: readonly WizardStep[]; current: string }) {
  const place = items.findIndex((step) => step.key === current) + 1;
  return (
    <details className={styles.phone}>
      <summary>
        <b>
          第 {place} 步，共 {items.length} 步
        </b>
        <span className={styles.bars} aria-hidden>
          {items.map((step) => (
            <i key={step.key} className={step.key === current ? styles.on : styles[stateOf(step.missing)]} />
          ))}
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      <ol>
        {items.map((step, index) => (
          <StepLine key={step.key} step={step} number={index + 1} isCurrent={step.key === current} />
        ))}
      </ol>
    </details>
  );
}
