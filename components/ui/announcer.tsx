'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icon';
import type { Tone } from './status';
import styles from './announcer.module.css';

type Said = { text: string; tone: Tone };

const EVENT = 'ui:announce';
const SHOWN_MS = 6000;

/** Says something to whoever looks or listens: 已保存, 已复制链接. Shown for six seconds. */
export function announce(text: string, tone: Tone = 'green') {
  window.dispatchEvent(new CustomEvent<Said>(EVENT, { detail: { text, tone } }));
}

/** The live region that `announce` speaks through. Stands once on every page; the frames bring it. */
export function Announcer() {
  const [said, setSaid] = useState<Said | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    function hear(event: Event) {
      if (!(event instanceof CustomEvent)) return;
      clearTimeout(timer);
      setSaid(event.detail as Said);
      timer = setTimeout(() => setSaid(null), SHOWN_MS);
    }
    window.addEventListener(EVENT, hear);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(EVENT, hear);
    };
  }, []);

  return (
    <div role="status" aria-live="polite" className={styles.region} data-print="hide">
      {said && (
        <p className={styles.toast}>
          <Icon name={said.tone === 'green' ? 'check-circle' : said.tone === 'red' ? 'error' : 'info'} />
          {said.text}
        </p>
      )}
    </div>
  );
}
