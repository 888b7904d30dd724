'use client';

import { useEffect, useRef } from 'react';

/** How long a code that stands in the form can still be sent: a little less than its two minutes. */
export const GOOD_FOR_MS = 110_000;

/**
 * Asks for another code when this one's time is over; where nobody looks, as soon as somebody does again, and then
 * says that it is late. Nothing happens while `id` is null.
 */
export function useRenewal(id: string | null, goodForMs: number, renew: (isLate: boolean) => void) {
  const act = useRef(renew);
  useEffect(() => {
    act.current = renew;
  });
  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    const whenSeen = () => {
      if (isOver && !document.hidden) act.current(true);
    };
    const timer = window.setTimeout(() => {
      isOver = true;
      if (!document.hidden) act.current(false);
    }, goodForMs);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [id, goodForMs]);
}
