'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftView } from '@/lib/application/rules/draft';
import { createDraftSession, type DraftSession } from '../draft/draft-session';
import type { DraftState } from '../draft/draft-state';
import { saveTransport } from '../draft/save-transport';

/**
 * The newest draft that this window has seen, by application. The browser's Back shows a page as it was drawn earlier;
 * what was saved since must not seem lost, nor be written over.
 */
const newest = new Map<string, DraftView>();

/** The session of this page's draft, saved through `/applications/<id>/save`. */
export function useDraftSession(given: DraftView): { session: DraftSession; state: DraftState } {
  const [session] = useState(() => {
    const known = newest.get(given.id);
    return createDraftSession({
      draft: known && known.revision > given.revision ? known : given,
      transport: saveTransport(`/applications/${given.id}/save`),
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
  });
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);

  useEffect(() => session.adopt(given), [session, given]);
  useEffect(() => {
    newest.set(state.draft.id, state.draft);
  }, [state.draft]);
  useEffect(() => watchWindow(session), [session]);
  return { session, state };
}

/** Saves when the window is left or the network is back; fetches when one comes back to the window. */
function watchWindow(session: DraftSession): () => void {
  const online = () => void session.flush();
  const leave = () => session.leave();
  const visible = () => {
    if (document.visibilityState === 'hidden') return session.leave();
    void session.flush().then(() => session.refresh());
  };
  window.addEventListener('online', online);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', visible);
  return () => {
    session.leave();
    window.removeEventListener('online', online);
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', visible);
  };
}
