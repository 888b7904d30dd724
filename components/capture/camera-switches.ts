'use client';

import { useSyncExternalStore } from 'react';

/** What somebody chose on the camera screen; this phone remembers it. */
export type CameraSwitch = 'auto' | 'signals';

const STANDARD: Record<CameraSwitch, boolean> = { auto: true, signals: false };
const EVENT = 'camera-switches';
const keyOf = (name: CameraSwitch) => `camera-${name}`;

/** As it stands now, for what is not drawn. */
export function isSwitchedOn(name: CameraSwitch): boolean {
  try {
    const kept = globalThis.localStorage?.getItem(keyOf(name));
    return kept ? kept === 'on' : STANDARD[name];
  } catch {
    // A browser that keeps nothing has the usual.
    return STANDARD[name];
  }
}

function turn(name: CameraSwitch, on: boolean): void {
  try {
    localStorage.setItem(keyOf(name), on ? 'on' : 'off');
  } catch {
    // As above: then it cannot be turned.
  }
  window.dispatchEvent(new Event(EVENT));
}

/** Whether it is on, and how to turn it over. */
export function useCameraSwitch(name: CameraSwitch): readonly [boolean, () => void] {
  const on = useSyncExternalStore(
    listen,
    () => isSwitchedOn(name),
    () => STANDARD[name],
  );
  return [on, () => turn(name, !on)];
}

function listen(changed: () => void): () => void {
  window.addEventListener(EVENT, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(EVENT, changed);
    window.removeEventListener('storage', changed);
  };
}
