'use client';

import { useEffect } from 'react';
import { Icon } from '../ui/icon';
import { useRemembered } from './remembered';
import { ELDER_COOKIE } from './remembered-names';
import styles from './head-tool.module.css';

/** 适老化: larger type and targets and stronger contrast, kept for a year on this device. */
export function ElderSwitch({ iconOnly }: { iconOnly?: boolean }) {
  const [on, remember] = useRemembered(ELDER_COOKIE);

  useEffect(() => {
    document.documentElement.toggleAttribute('data-elder', on);
  }, [on]);

  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={on}
      aria-label="适老化"
      title={on ? '恢复标准字号' : '大字号、高对比度'}
      onClick={() => remember(!on)}
    >
      <Icon name="elder" className={iconOnly ? undefined : styles.icon} />
      {!iconOnly && (on ? '标准版' : '适老化')}
    </button>
  );
}
