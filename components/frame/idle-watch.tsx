'use client';

import { useEffect, useRef, useState } from 'react';
import { usePathname } from 'next/navigation';
import { idleState } from '@/lib/access/rules/idle';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Notice } from '../ui/notice';
import { openSessionNews } from './session-news';
import styles from './idle-watch.module.css';

/** One sign of life a minute is enough, however fast somebody types. */
const PING_MS = 60_000;
const LOOK_MS = 10_000;

export type IdleWatchProps = {
  /** Stands above a fixed foot bar. */
  readonly overFoot?: boolean;
  /** The page itself says that the session is over. */
  readonly onlyWarns?: boolean;
};

/**
 * Says five minutes before the session ends by itself, in every tab. Typing, choosing and whatever the page sends by
 * itself (saving, uploads) extend it; looking at a page does not.
 */
export function IdleWatch({ overFoot, onlyWarns }: IdleWatchProps) {
  const path = usePathname();
  const [state, setState] = useState<ReturnType<typeof idleState>>('fine');
  const watch = useRef<Watch | null>(null);

  useEffect(() => {
    const made = startWatch(setState);
    watch.current = made;
    return made.stop;
  }, []);
  useEffect(() => watch.current?.heard(), [path]);

  if (state === 'fine' || (onlyWarns && state === 'over')) return null;
  return (
    <div className={classNames(styles.box, overFoot && styles.overFoot)}>
      {state === 'ending' ? (
        <Notice
          tone="amber"
          role="alert"
          title="登录即将超时"
          actions={<Button onClick={() => void watch.current?.ping()}>继续使用</Button>}
        >
          已 25 分钟没有操作，5 分钟后自动退出。已保存的内容都在。
        </Notice>
      ) : (
        <Notice tone="amber" role="alert" title="登录已超时">
          为保护信息已自动退出。请重新登录，已保存的内容都在。
        </Notice>
      )}
    </div>
  );
}

type Watch = { heard(): void; ping(): Promise<void>; stop(): void };

function startWatch(show: (state: ReturnType<typeof idleState>) => void): Watch {
  let last = performance.now();
  let shown: ReturnType<typeof idleState> = 'fine';
  const tell = (state: typeof shown) => {
    if (state === 'over' && shown !== 'over') news.tell('over');
    shown = state;
    show(state);
  };
  const note = () => {
    last = performance.now();
    tell('fine');
  };
  const news = openSessionNews((heard) => heard === 'heard' && note());
  const heard = () => {
    note();
    news.tell('heard');
  };
  const ping = async () => {
    const answer = await fetch('/api/session', { method: 'POST' }).catch(() => null);
    if (answer?.ok) heard();
    else if (answer) tell('over');
  };
  const typed = () => {
    if (performance.now() - last > PING_MS && idleState(performance.now() - last) !== 'over') void ping();
  };
  const traffic =
    'PerformanceObserver' in window
      ? new PerformanceObserver((list) => list.getEntries().some(isSignOfLife) && heard())
      : null;
  traffic?.observe({ type: 'resource' });
  const timer = window.setInterval(() => tell(idleState(performance.now() - last)), LOOK_MS);
  const signs = ['keydown', 'input', 'change', 'pointerdown'] as const;
  for (const sign of signs) document.addEventListener(sign, typed, { passive: true });
  return {
    heard,
    ping,
    stop() {
      window.clearInterval(timer);
      traffic?.disconnect();
      news.close();
      for (const sign of signs) document.removeEventListener(sign, typed);
    },
  };
}

/** What the page itself sent and got a good answer to: saving, uploads, navigation. A refusal keeps no session. */
function isSignOfLife(entry: PerformanceEntry): boolean {
  const { responseStatus = 200 } = entry as PerformanceResourceTiming;
  const isGood = responseStatus >= 200 && responseStatus < 400;
  return isGood && entry.name.startsWith(location.origin) && !entry.name.includes('/_next/static/');
}
