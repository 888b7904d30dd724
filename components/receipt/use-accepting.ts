'use client';

import { useState } from 'react';
import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { answered, type Answered, type Explained } from '../review/acts';

export type AcceptAct = (input: { disbursementId: string; photographId: string }) => Promise<Answered>;

/** How one receipt of the list stands. `unsent`: the answer did not come, so it may be asked again. */
export type Standing =
  | { readonly step: 'waiting' | 'going' | 'accepted' }
  | { readonly step: 'unsent' | 'refused'; readonly why: Explained };

const WAITING: Standing = { step: 'waiting' };

/** Whether nothing more can be done about it here. */
export const isSettled = ({ step }: Standing) => step === 'accepted' || step === 'refused';

/** Accepting receipts one by one: how each stands, and what came of it. What one is refused for touches no other. */
export function useAccepting(accept: AcceptAct) {
  const [standings, setStandings] = useState<Readonly<Record<string, Standing>>>({});
  const [isBusy, setBusy] = useState(false);
  const of = ({ photographId }: Pick<ReceiptSheet, 'photographId'>) => standings[photographId] ?? WAITING;

  /** What came of one; null where it is under way or settled already. */
  async function one(row: ReceiptSheet): Promise<Standing | null> {
    if (isSettled(of(row)) || of(row).step === 'going') return null;
    const { disbursementId, photographId } = row;
    const put = (standing: Standing) => setStandings((now) => ({ ...now, [photographId]: standing }));
    put({ step: 'going' });
    const answer = await answered(accept({ disbursementId, photographId }));
    const came = standingOf(answer);
    put(came);
    return came;
  }

  /** One after another. */
  async function run(rows: readonly ReceiptSheet[]): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    for (const row of rows) await one(row);
    setBusy(false);
  }
  /** What was refused is asked of the server anew: it may stand otherwise by now. */
  const forget = () =>
    setStandings((now) => Object.fromEntries(Object.entries(now).filter(([, { step }]) => step === 'accepted')));
  return { of, isBusy, one, run, forget };
}

export type Accepting = ReturnType<typeof useAccepting>;

function standingOf(answer: Answered): Standing {
  if (answer.ok) return { step: 'accepted' };
  return { step: answer.code === 'not-sent' ? 'unsent' : 'refused', why: answer.explained };
}
