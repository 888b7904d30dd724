'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { createSaver, type Saver, type Typed } from './saver';
import { sendTyped } from './send-typed';

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** The saver of this page; what is left goes out when the page is left or the network comes back. */
export function useSaver(first: Pick<RegistrationView, 'answers' | 'sealed'>): { saver: Saver; typed: Typed } {
  const [saver] = useState(() => createSaver(first, sendTyped, later));
  const typed = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);

  useEffect(() => {
    const back = () => void saver.flush();
    const away = () => (document.visibilityState === 'hidden' ? saver.leave() : undefined);
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(saver.getState().pending).length > 0) event.preventDefault();
    };
    window.addEventListener('online', back);
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', away);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', away);
    };
  }, [saver]);

  return { saver, typed };
}
