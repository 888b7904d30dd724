import type { Failure, Sending, Transport } from '@/components/application/draft/draft-state';
import { mergeChanges, withAnswers } from '@/lib/application/commands/merge-changes';
import type { DraftView } from '@/lib/application/rules/draft';

export const NETWORK: Failure = { kind: 'failed', why: 'network', says: '网络断开' };

/** How the next request fares: it arrives and is answered, arrives only, never arrives, or arrives when told. */
export type Fate = 'answered' | 'unanswered' | 'lost' | 'late';

/** A server of one draft without talents, with the merging and the order of the real one. */
export function aSavingServer(answers: Record<string, string>) {
  let draft: DraftView = {
    ...{ id: 'draft-1', status: 'DRAFT', revision: 1, answers, contact: null, talents: [], attachments: [] },
    ...{ acceptedInstructions: '2026-1', firstSubmittedOn: null },
  };
  const numbers = new Map<string, number>();
  const writers = new Map<string, string>();
  const late: Sending[] = [];
  const fates: Fate[] = [];
  const sent: Sending[] = [];

  function take(sending: Sending) {
    const { window, number } = sending.order;
    if ((numbers.get(window) ?? 0) >= number) return null;
    numbers.set(window, number);
    const { taken, conflicts } = mergeChanges(draft.answers, sending.changes.map(mutable), {
      keep: ({ value }) => value,
      isOwn: (fieldId) => writers.get(fieldId) === window,
    });
    for (const fieldId of Object.keys(taken)) writers.set(fieldId, window);
    draft = { ...draft, answers: withAnswers(draft.answers, taken), revision: draft.revision + 1 };
    return {
      revision: draft.revision,
      savedAt: '2026-11-23T06:03:00.000Z',
      conflicts: [...conflicts],
      answers: draft.answers,
      talent: null,
    };
  }

  const transport: Transport = {
    async send(sending) {
      const fate = fates.shift() ?? 'answered';
      sent.push(sending);
      if (fate === 'late') late.push(sending);
      const saved = fate === 'answered' || fate === 'unanswered' ? take(sending) : null;
      if (fate !== 'answered') return { ok: false, failure: NETWORK };
      return saved
        ? { ok: true, value: saved }
        : { ok: false, failure: { kind: 'failed', why: 'superseded', says: '' } };
    },
    load: async () => ({ ok: true, draft }),
  };
  return {
    ...{ transport, sent, fates },
    draft: () => draft,
    /** What was given up on the way arrives after all. */
    deliver: () => late.splice(0).forEach(take),
  };
}

const mutable = ({ tried, ...change }: Sending['changes'][number]) => ({
  ...change,
  ...(tried && { tried: [...tried] }),
});
