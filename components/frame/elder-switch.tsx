'use client';

import { useEffect, useState } from 'react';
import { Icon } from '../ui/icon';
import { elderCookie, readElderMode } from './elder-mode';
import styles from './elder-switch.module.css';

/** 适老化: larger type and targets and stronger contrast, kept for a year on this device. */
export function ElderSwitch({ iconOnly }: { iconOnly?: boolean }) {
  const [on, setOn] = useState(false);

  useEffect(() => {
    const kept = readElderMode(document.cookie);
    setOn(kept);
    document.documentElement.toggleAttribute('data-elder', kept);
  }, []);

  function turn() {
    document.cookie = elderCookie(!on);
    document.documentElement.toggleAttribute('data-elder', !on);
    setOn(!on);
  }

  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={on}
      aria-label="适老化"
      title={on ? '恢复标准字号' : '大字号、高对比度'}
      onClick={turn}
    >
      <Icon name="elder" className={iconOnly ? undefined : styles.icon} />
      {!iconOnly && (on ? '标准版' : '适老化')}
    </button>
  );
}
