'use client';

import { useSyncExternalStore } from 'react';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const EVENT = 'frame:remembered';

function isKept(name: string): boolean {
  return document.cookie.split(/;\s*/).includes(`${name}=1`);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(EVENT, changed);
  return () => window.removeEventListener(EVENT, changed);
}

/**
 * A yes or no that this device keeps for a year in the cookie `name`, so that the server may read it too.
 * Before the browser has taken over, `onServer` stands.
 */
export function useRemembered(name: string, onServer = false): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => isKept(name),
    () => onServer,
  );
  return [on, (next) => remember(name, next)];
}

function remember(name: string, on: boolean) {
  document.cookie = `${name}=${on ? 1 : 0}; Path=/; Max-Age=${on ? YEAR_SECONDS : 0}; SameSite=Lax`;
  window.dispatchEvent(new Event(EVENT));
}
