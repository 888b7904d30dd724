'use client';

import { useState } from 'react';
import type { DeskPart } from '@/lib/review/rules/desk';

/** Which part of the case is open, and which of its papers. */
export type DeskPlace = {
  readonly part: DeskPart;
  readonly partIndex: number;
  readonly paperIndex: number;
  readonly openPart: (index: number, paperIndex?: number) => void;
  readonly openPaper: (index: number) => void;
  /** Opens the part, and the tab, that a key names. */
  readonly openKey: (key: string) => void;
};

/** The place stands in the address, so that a reload comes back to it. */
export function usePlace(parts: readonly DeskPart[], startAt: string | undefined): DeskPlace {
  const at = parts.findIndex(({ id }) => id === startAt);
  const [place, setPlace] = useState({ partIndex: Math.max(0, at), paperIndex: 0 });
  const part = parts[place.partIndex] ?? parts[0];
  if (!part) throw new Error('a case without parts');

  function openPart(partIndex: number, paperIndex = 0) {
    const next = parts[partIndex];
    if (!next) return;
    setPlace({ partIndex, paperIndex });
    // With the router's own state kept, the router leaves the address alone and asks the server for nothing.
    window.history.replaceState(window.history.state, '', `?part=${next.id}`);
  }
  function openKey(key: string) {
    const partIndex = parts.findIndex(({ own, papers }) => own === key || papers.some((one) => one.key === key));
    const paperIndex = parts[partIndex]?.papers.findIndex((one) => one.key === key) ?? 0;
    openPart(partIndex, Math.max(0, paperIndex));
  }
  const openPaper = (paperIndex: number) => setPlace((now) => ({ ...now, paperIndex }));
  return { ...place, part, openPart, openKey, openPaper };
}
