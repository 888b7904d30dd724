'use client';

import { useEffect, useRef } from 'react';
import { isPassing, phoneLink } from './phone-link';

/** So soon a phone learns that another one took over; the server notes far fewer of them. */
const ALIVE_MS = 5000;

/** Tells the server that the phone is still there; when the link has ended or changed hands meanwhile, `look` is called. */
export function useSignOfLife(isResting: boolean, look: () => Promise<void>) {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!isResting) return;
    const beat = async () => {
      if (document.hidden) return;
      const answer = await phoneLink.alive();
      if (!answer.ok && !isPassing(answer.code)) await latest.current();
    };
    const onShown = () => void beat();
    const timer = setInterval(onShown, ALIVE_MS);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [isResting]);
}
