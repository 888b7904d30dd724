'use client';

import { useSyncExternalStore } from 'react';

export type TalentLook = 'table' | 'cards';

const listeners = new Set<() => void>();

/** Table or cards, remembered in this browser for whoever is signed in. */
export function useTalentLook(username: string): [TalentLook, (look: TalentLook) => void] {
  const key = `talents-look:${username}`;
  const look = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(key),
    () => 'table' as const,
  );
  return [
    look,
    (chosen) => {
      try {
        window.localStorage.setItem(key, chosen);
      } catch {
        // Storage is closed to the page: the choice holds for nobody, and nothing else is lost.
      }
      for (const listener of listeners) listener();
    },
  ];
}

function read(key: string): TalentLook {
  try {
    return window.localStorage.getItem(key) === 'cards' ? 'cards' : 'table';
  } catch {
    return 'table';
  }
}
