'use client';

import { useState } from 'react';
import type { DeskPart, DeskRow } from '@/lib/review/rules/desk';
import type { DeskProof } from '@/lib/review/rules/proof-places';

/** Which part of the case is open, and which of its papers. */
export type DeskPlace = {
  readonly part: DeskPart;
  readonly partIndex: number;
  readonly paperIndex: number;
  /** The field that is looked at with its proof; null where none is chosen. */
  readonly pin: string | null;
  /** Where the viewer begins; `visit` differs each time that a field is chosen. */
  readonly at: { readonly file: number; readonly page: number; readonly visit: number };
  readonly openPart: (index: number, paperIndex?: number) => void;
  readonly openPaper: (index: number) => void;
  /** Opens the part, and the tab, that a key names. */
  readonly openKey: (key: string) => void;
  /** Chooses a field and shows its proof beside it. */
  readonly openRow: (row: DeskRow, proof: DeskProof | null) => void;
};

type Place = Pick<DeskPlace, 'partIndex' | 'paperIndex' | 'pin' | 'at'>;

const BEGINNING = { file: 0, page: 1, visit: 0 };

/** The place stands in the address, so that a reload comes back to it. */
export function usePlace(parts: readonly DeskPart[], startAt: string | undefined): DeskPlace {
  const at = parts.findIndex(({ id }) => id === startAt);
  const [place, setPlace] = useState<Place>({ partIndex: Math.max(0, at), paperIndex: 0, pin: null, at: BEGINNING });
  const part = parts[place.partIndex] ?? parts[0];
  if (!part) throw new Error('a case without parts');

  function openPart(partIndex: number, paperIndex = 0) {
    const next = parts[partIndex];
    if (!next) return;
    setPlace({ partIndex, paperIndex, pin: null, at: BEGINNING });
    // With the router's own state kept, the router leaves the address alone and asks the server for nothing.
    window.history.replaceState(window.history.state, '', `?part=${next.id}`);
  }
  function openKey(key: string) {
    const partIndex = parts.findIndex(({ own, papers }) => own === key || papers.some((one) => one.key === key));
    const paperIndex = parts[partIndex]?.papers.findIndex((one) => one.key === key) ?? 0;
    openPart(partIndex, Math.max(0, paperIndex));
  }
  const openPaper = (paperIndex: number) => setPlace((now) => ({ ...now, paperIndex, pin: null, at: BEGINNING }));
  function openRow({ pin }: DeskRow, proof: DeskProof | null) {
    const paperIndex = part?.papers.findIndex(({ key }) => key === proof?.paper) ?? -1;
    setPlace((now) =>
      proof && paperIndex >= 0
        ? { ...now, pin, paperIndex, at: { file: proof.fileIndex, page: proof.page ?? 1, visit: now.at.visit + 1 } }
        : { ...now, pin },
    );
  }
  return { ...place, part, openPart, openKey, openPaper, openRow };
}
