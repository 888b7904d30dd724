'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { v4 } from 'uuid';
import type { GivenKey } from '@/components/journal/journal-key';
import type { DraftView } from '@/lib/application/rules/draft';
import { paths } from '@/lib/kernel/paths';
import { createDraftSession, type DraftSession } from '../draft/draft-session';
import type { DraftState } from '../draft/draft-state';
import { keepLocalCopy } from '../draft/local-copy';
import { saveTransport } from '../draft/save-transport';
import { watchWindow } from './watch-window';

/**
 * The newest draft that this window has seen, by application. The browser's Back shows a page as it was drawn earlier;
 * what was saved since must not seem lost, nor be written over.
 */
const newest = new Map<string, DraftView>();

/** The session of this page's draft, saved as the key's owner through `/applications/<id>/save`. */
export function useDraftSession(given: DraftView, key: GivenKey): { session: DraftSession; state: DraftState } {
  const [{ session, window }] = useState(() => startSession(given, key.owner));
  const [{ owner, key: secret }] = useState(key);
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const draft = given.id;

  useEffect(() => session.adopt(given), [session, given]);
  useEffect(() => {
    newest.set(state.draft.id, state.draft);
  }, [state.draft]);
  useEffect(() => {
    const copy = keepLocalCopy({ session, window, draft, key: { owner, key: secret } });
    const unwatch = watchWindow(session, copy);
    return () => {
      unwatch();
      void copy.stop();
    };
  }, [session, window, draft, owner, secret]);
  return { session, state };
}

function startSession(given: DraftView, owner: string) {
  const known = newest.get(given.id);
  const window = v4();
  const session = createDraftSession({
    draft: known && known.revision > given.revision ? known : given,
    transport: saveTransport({ address: paths.saveDraft(given.id), as: owner }),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    window,
  });
  return { session, window };
}
