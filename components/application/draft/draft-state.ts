import type { DraftView, TalentView } from '@/lib/application/rules/draft';
import type { Answers } from '@/lib/programme/rules/config';
import { keyOf, storedValue, type Pending, type PendingChange, type Place } from './draft-values';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: 'network' | 'signed-out' | 'refused'; readonly says: string };

/** The same field was saved in another window meanwhile. Of sealed fields `theirs` is a mask. */
export type Conflict = Place & { readonly mine: string; readonly theirs: string };

export type DraftState = {
  readonly draft: DraftView;
  readonly pending: Pending;
  readonly typed: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  readonly save: SaveState;
};

type BatchChange = Pick<PendingChange, 'fieldId' | 'was' | 'value' | 'tried'>;

/** Changes of one form, as they go to the server. */
export type Batch = {
  readonly talentId: string | null;
  readonly base: number;
  readonly changes: readonly BatchChange[];
};

/** What the server answers to a batch. */
export type Saved = {
  readonly revision: number;
  readonly savedAt: string;
  readonly conflicts: readonly { readonly fieldId: string; readonly mine: string; readonly theirs: string }[];
  readonly answers: Answers;
  /** The talent of the batch as it stands now. */
  readonly talent: TalentView | null;
};

export type SendAnswer =
  | { readonly ok: true; readonly value: Saved }
  | { readonly ok: false; readonly failure: Extract<SaveState, { kind: 'failed' }> };

export type Transport = {
  send(batch: Batch, options: { readonly keepalive: boolean }): Promise<SendAnswer>;
  /** The draft as it stands; null when it cannot be had. */
  load(): Promise<DraftView | null>;
};

/** The unsaved changes of one form, of the first that has any when none is named; null when there are none. */
export function batchOf({ pending, draft }: DraftState, talentId?: string | null): Batch | null {
  const [first] = pending.values();
  if (!first) return null;
  const form = talentId === undefined ? first.talentId : talentId;
  const changes = [...pending.values()].filter((one) => one.talentId === form);
  if (changes.length === 0) return null;
  return {
    talentId: form,
    base: draft.revision,
    changes: changes.map(({ fieldId, was, value, tried }) => ({ fieldId, was, value, ...(tried && { tried }) })),
  };
}

/** The server may remember this many values of one field that it never said it had taken. */
const MOST_TRIED = 8;

/** After a request that nobody answered: what it carried may stand on the server, and is no other window's doing. */
export function withTried(pending: Pending, { talentId, changes }: Batch): Pending {
  const after = new Map(pending);
  for (const { fieldId, value } of changes) {
    const key = keyOf({ talentId, fieldId });
    const now = after.get(key);
    if (now) after.set(key, { ...now, tried: [...new Set([...(now.tried ?? []), value])].slice(-MOST_TRIED) });
  }
  return after;
}

/** The state after a batch was saved. What was typed on while it was under way is still to be saved. */
export function withSaved(state: DraftState, batch: Batch, saved: Saved): Partial<DraftState> {
  const draft = mergedDraft(state.draft, batch, saved);
  const pending = new Map(state.pending);
  const typed = new Map(state.typed);
  const conflicts = [...state.conflicts];
  for (const { fieldId, value } of batch.changes) {
    const place = { talentId: batch.talentId, fieldId };
    const key = keyOf(place);
    const now = pending.get(key);
    const conflict = saved.conflicts.find((one) => one.fieldId === fieldId);
    const isTypedOn = now !== undefined && now.value !== value;
    if (conflict) {
      pending.delete(key);
      conflicts.push({ ...place, mine: now?.value ?? value, theirs: conflict.theirs });
    } else if (isTypedOn) {
      pending.set(key, { ...place, was: storedValue(draft, place), value: now.value });
    } else {
      pending.delete(key);
    }
    if (!conflict && saved.talent?.sealed[fieldId]) typed.set(key, value);
  }
  const save: SaveState = pending.size > 0 ? { kind: 'saving' } : { kind: 'saved', at: new Date(saved.savedAt) };
  return { draft, pending, typed, conflicts, save };
}

function mergedDraft(draft: DraftView, batch: Batch, { revision, answers, talent }: Saved): DraftView {
  const talents = draft.talents.map((one) => (talent && one.id === talent.id ? talent : one));
  return { ...draft, revision, answers: batch.talentId === null ? answers : draft.answers, talents };
}
