'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'desk-keys';
const EVENT = 'desk-keys';

/** Whether single letters act, as this browser remembers it: somebody who speaks to the computer turns them off. */
export function areKeysOn(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // A browser that keeps nothing has them on.
  }
  window.dispatchEvent(new Event(EVENT));
}

export const useKeysOn = (): boolean => useSyncExternalStore(listen, areKeysOn, () => true);

function listen(changed: () => void): () => void {
  window.addEventListener(EVENT, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(EVENT, changed);
    window.removeEventListener('storage', changed);
  };
}
