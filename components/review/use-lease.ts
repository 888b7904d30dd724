'use client';

import { useCallback, useEffect, useState } from 'react';
import { formatTime } from '@/lib/kernel/shanghai-day';
import { answered, type DeskActs, type Explained } from './acts';

const RENEW_MS = 60_000;

export type Lease = {
  /** `14:33`. */
  readonly until: string;
  /** Why the claim is not ours any more. */
  readonly lost: Explained | null;
  /** The last sign of life did not get through; the claim holds until its time. */
  readonly isOffline: boolean;
  /** Told by any other act that the claim is gone. */
  readonly lose: (why: Explained) => void;
};

/** Keeps a claim alive while the page is open and can be seen, and knows when it is gone. */
export function useLease(
  applicationId: string,
  claim: { readonly mine: boolean; readonly until: string } | null,
  renew: DeskActs['renew'],
): Lease {
  const [until, setUntil] = useState(claim?.until ?? '');
  const [lost, setLost] = useState<Explained | null>(null);
  const [isOffline, setOffline] = useState(false);
  const isHeld = claim?.mine === true && lost === null;

  useEffect(() => {
    if (!isHeld) return;
    async function live() {
      // A page that nobody sees is no sign of life: what was forgotten in a tab goes back to the queue.
      if (document.visibilityState !== 'visible') return;
      const answer = await answered(renew({ applicationId }));
      if (answer.ok) setUntil(formatTime(answer.value.until));
      else if (answer.code !== 'not-sent') setLost(answer.explained);
      setOffline(!answer.ok && answer.code === 'not-sent');
    }
    const timer = setInterval(() => void live(), RENEW_MS);
    const back = () => void live();
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    };
  }, [applicationId, isHeld, renew]);

  const lose = useCallback((why: Explained) => setLost(why), []);
  return { until, lost, isOffline, lose };
}
