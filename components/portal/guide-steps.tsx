import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { classNames } from '../ui/class-names';
import { Icon, type IconName } from '../ui/icon';
import { GuideSection } from './guide-parts';
import styles from './guide-steps.module.css';

export type GuideStepsProps = { steps: ProgrammeConfig['guide']['steps']; returnWorkingDays: number };

/** What a step looks like, by the words of its title; any other gets a sheet. */
const ICONS: readonly { words: RegExp; icon: IconName }[] = [
  { words: /提交|申请/, icon: 'pen' },
  { words: /初审/, icon: 'file' },
  { words: /复审/, icon: 'users' },
  { words: /公示/, icon: 'flag' },
  { words: /收据/, icon: 'print' },
  { words: /拨付|到账/, icon: 'bank' },
];

/** 办理流程: the way at a glance, whose turn it is at each step, and under it each step in words. */
export function GuideSteps({ steps, returnWorkingDays }: GuideStepsProps) {
  return (
    <GuideSection id="steps">
      <ol className={styles.path}>
        {steps.map(({ title, days, by }) => (
          <li key={title} className={classNames(by === 'enterprise' && styles.yours)}>
            <span className={styles.mark}>
              <Icon
                name={ICONS.find(({ words }) => words.test(title))?.icon ?? 'file'}
                label={by === 'enterprise' ? '由您办理' : '由业务人员办理'}
              />
            </span>
            <b>{title}</b>
            <small>{days}</small>
          </li>
        ))}
      </ol>
      <p className={styles.back}>
        <Icon name="undo" size="s" />
        材料有误会退回，请在 {returnWorkingDays} 个工作日内改好再交
      </p>
      <p className={styles.legend}>
        <span>
          <i className={styles.filled} />
          由您办理
        </span>
        <span>
          <i />
          由业务人员办理
        </span>
      </p>
      <dl className={styles.words}>
        {steps.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </GuideSection>
  );
}
