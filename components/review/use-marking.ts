'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { boxByKey, type Box, type KeptRegion } from '@/lib/files/rules/region';
import { rowOf, type DeskPaper, type DeskRow } from '@/lib/review/rules/desk';
import { joined } from '@/lib/review/rules/proof-places';
import { areKeysOn } from './key-switch';
import { sentenceOf } from './acts';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';

/** Where a box begins that is drawn by keys: a line across the page, a third down. */
const FIRST_BOX: Box = { x: 0.1, y: 0.3, width: 0.8, height: 0.06 };

type Spot = { readonly paper: DeskPaper; readonly fileIndex: number; readonly page: number };

export type Marking = {
  /** The box that is drawn; null while nobody draws. */
  readonly box: Box | null;
  /** The field whose place it would be; null where the paper cannot show the one that is chosen. */
  readonly row: DeskRow | null;
  readonly start: () => void;
  readonly draw: (box: Box) => void;
  readonly stop: () => void;
  readonly keep: () => Promise<void>;
  readonly comment: () => void;
};

/** Drawing a box on the page at hand, by mouse or by keys, to say where a field is shown or what a comment speaks of. */
export function useMarking(desk: Desk, spot: Spot, onComment: (target: string, region: KeptRegion) => void): Marking {
  const [box, setBox] = useState<Box | null>(null);
  const { paper, fileIndex, page } = spot;
  const chosen = rowOf(desk.part, desk.pin);
  const row = chosen?.pin && joined(chosen.pin, paper.key) ? chosen : null;
  const stop = () => setBox(null);

  function start() {
    const known = row && desk.proofOf(row);
    const isHere = known?.paper === paper.key && known.fileIndex === fileIndex && known.page === page;
    setBox((isHere && known.box) || FIRST_BOX);
  }
  function comment() {
    const file = paper.files[fileIndex];
    if (box && file) onComment(paper.key, { fileId: file.fileId, page, box, isPdf: file.kind === 'pdf' });
    stop();
  }
  async function keep() {
    const file = paper.files[fileIndex];
    if (!box || !file) return;
    if (!row) return comment();
    stop();
    const proof = { paper: paper.key, fileIndex, page, box };
    const answer = await desk.markPlace(row, proof, { fileId: file.fileId, page, box });
    if (answer.ok) announce(`已记住“${row.label}”的位置`);
    else announce(sentenceOf(answer.explained), 'red');
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!box || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const moved = boxByKey(box, event.key, event.shiftKey);
    const isPressing = event.target instanceof Element && event.target.closest('button, a') !== null;
    const act = moved
      ? () => setBox(moved)
      : event.key === 'Escape'
        ? stop
        : event.key === 'Enter' && !isPressing
          ? () => void keep()
          : event.key.toLowerCase() === 'c' && areKeysOn()
            ? comment
            : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  const isDrawing = box !== null;
  useEffect(() => {
    if (!isDrawing) return;
    // Before the keys of the page, which turn pages and choose fields by the same arrows.
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [isDrawing]);
  useKeys(desk.isMine ? { m: start } : {});

  return { box, row, start, draw: setBox, stop, keep, comment };
}
