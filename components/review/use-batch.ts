'use client';

import { useState } from 'react';
import type { BatchPreview } from '@/lib/review/rules/clean-case';
import type { QueueRow } from '@/lib/review/rules/queue';
import { answered, type Answered, type Explained } from './acts';

type One = { applicationId: string };
export type BatchActs = {
  readonly open: (input: One) => Promise<Answered<BatchPreview>>;
  readonly pass: (input: One) => Promise<Answered>;
  readonly release: (input: One) => Promise<Answered>;
};
export type BatchRow = Pick<QueueRow, 'id' | 'number' | 'enterpriseName' | 'talents' | 'expectedFen' | 'claim'>;

/** How one case of the batch stands. */
export type Standing =
  | { readonly step: 'waiting' | 'opening' }
  | { readonly step: 'seen' | 'passing'; readonly preview: BatchPreview }
  | { readonly step: 'passed' }
  | { readonly step: 'refused'; readonly why: Explained };

const WAITING: Standing = { step: 'waiting' };

/** The cases of a batch: which preview is open, how each stands, and what can be done with them. */
export function useBatch(rows: readonly BatchRow[], acts: BatchActs) {
  const [standings, setStandings] = useState<Readonly<Record<string, Standing>>>({});
  const [shown, setShown] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const of = (id: string) => standings[id] ?? WAITING;
  const put = (id: string, standing: Standing) => setStandings((now) => ({ ...now, [id]: standing }));
  const ready = rows.filter(({ id }) => of(id).step === 'seen');

  async function open(id: string) {
    if (isBusy) return;
    setShown(shown === id ? null : id);
    if (of(id).step !== 'waiting') return;
    put(id, { step: 'opening' });
    const answer = await answered(acts.open({ applicationId: id }));
    put(id, answer.ok ? { step: 'seen', preview: answer.value } : { step: 'refused', why: answer.explained });
  }
  async function passAll() {
    if (isBusy) return;
    setBusy(true);
    setShown(null);
    for (const { id } of ready) {
      const standing = of(id);
      if (standing.step !== 'seen') continue;
      put(id, { ...standing, step: 'passing' });
      const answer = await answered(acts.pass({ applicationId: id }));
      put(id, answer.ok ? { step: 'passed' } : { step: 'refused', why: answer.explained });
    }
    setBusy(false);
  }
  /** What was taken only for the batch and not passed goes back to the queue. */
  async function giveBack() {
    const left = ready.filter(({ claim }) => !claim?.mine);
    await Promise.all(left.map(({ id }) => answered(acts.release({ applicationId: id }))));
  }
  const waiting = rows.filter(({ id }) => ['waiting', 'opening'].includes(of(id).step)).length;
  const isOver = rows.every(({ id }) => ['passed', 'refused'].includes(of(id).step));
  return { of, shown, isBusy, isOver, waiting, ready: ready.length, open, passAll, giveBack };
}
