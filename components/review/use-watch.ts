'use client';

import { useEffect, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { formatTime } from '@/lib/kernel/shanghai-day';
import type { DeskView } from '@/lib/review/rules/desk-view';
import { answered, type DeskActs } from './acts';

const WATCH_MS = 20_000;

export type Holder = DeskView['claim'];

/**
 * Who has the case at this moment. Asked while the page can be seen and at once when it comes back into view; where the
 * case has changed hands or state, or a colleague has answered, the page is read anew.
 */
export function useWatch(view: Pick<DeskView, 'id' | 'claim' | 'stamp'>, watch: DeskActs['watch']): Holder {
  const router = useRouter();
  const [seen, setSeen] = useState<{ stamp: string; holder: Holder } | null>(null);
  const asked = useRef(view.stamp);

  useEffect(() => {
    asked.current = view.stamp;
  }, [view.stamp]);

  useEffect(() => {
    async function look() {
      if (document.visibilityState !== 'visible') return;
      const answer = await answered(watch({ applicationId: view.id }));
      if (!answer.ok) return;
      const { holder, stamp } = answer.value;
      const shown = holder && { ...holder, since: formatTime(holder.since), until: formatTime(holder.until) };
      setSeen({ stamp, holder: shown });
      if (stamp === asked.current) return;
      asked.current = stamp;
      router.refresh();
    }
    const timer = setInterval(() => void look(), WATCH_MS);
    const back = () => void look();
    document.addEventListener('visibilitychange', back);
    window.addEventListener('focus', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('focus', back);
    };
  }, [router, view.id, watch]);

  return seen?.stamp === view.stamp ? seen.holder : view.claim;
}
