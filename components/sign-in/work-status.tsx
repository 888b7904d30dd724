'use client';

import { useRef } from 'react';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { errorId } from '../ui/field-ids';
import { Icon, type IconName } from '../ui/icon';
import { Progress } from '../ui/progress';
import { phaseOf, wordsOf, type OwnWork, type WorkPhase } from './own-work';
import styles from './work-status.module.css';

const ICONS: Readonly<Record<WorkPhase, IconName>> = {
  off: 'clock',
  working: 'clock',
  done: 'check-circle',
  failed: 'warn',
};

export type WorkStatusProps = { work: OwnWork; error?: string; onRetry: () => void };

/**
 * How 本机验证 stands, where the picture was. The words stand in the page from the beginning, empty: what comes into a
 * region that is there already is read aloud. An `output` takes the label of the field and is where its error leads.
 */
export function WorkStatus({ work, error, onRetry }: WorkStatusProps) {
  const phase = phaseOf(work);
  const isOff = phase === 'off';
  const words = useRef<HTMLOutputElement>(null);
  const field = isOff ? {} : { id: 'pictureCode', tabIndex: -1 };
  return (
    <div className={classNames(!isOff && styles.box, styles[phase])}>
      <div className={styles.line}>
        {!isOff && <Icon name={ICONS[phase]} className={styles.icon} />}
        <output
          ref={words}
          aria-live="polite"
          className={styles.words}
          {...field}
          aria-describedby={!isOff && error ? errorId('pictureCode') : undefined}
        >
          {wordsOf(work)}
        </output>
        {phase === 'failed' && (
          <Button
            size="s"
            variant="plain"
            icon="refresh"
            onClick={() => {
              // The button goes away; the focus stays with the words.
              words.current?.focus();
              onRetry();
            }}
          >
            重试
          </Button>
        )}
      </div>
      {phase === 'working' && <Progress label="本机验证的进度" value={work.share} max={1} />}
      {!isOff && <input type="hidden" name="pictureCode" value={work.solved?.answer ?? ''} />}
    </div>
  );
}
