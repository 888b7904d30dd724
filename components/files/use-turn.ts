'use client';

import { useState } from 'react';

const KEY = 'file-turns';
/** Turns remembered by this browser; the oldest go first. */
const MOST = 200;

/** How a file was turned, remembered in this browser, so that a page that lies on its side is turned once. */
export function useTurn(fileId: string): { readonly turn: number; turnBy(degrees: number): void } {
  const [turns, setTurns] = useState<Readonly<Record<string, number>>>(readTurns);
  const turn = turns[fileId] ?? 0;
  return {
    turn,
    turnBy(degrees) {
      const next = { ...turns, [fileId]: (turn + degrees + 360) % 360 };
      setTurns(next);
      keepTurns(next);
    },
  };
}

function readTurns(): Record<string, number> {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

function keepTurns(turns: Readonly<Record<string, number>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(turns).slice(-MOST))));
  } catch {
    // A browser that keeps nothing turns for this visit only.
  }
}
