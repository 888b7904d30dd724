import type { DraftView, TalentView } from '@/lib/application/rules/draft';
import type { Answers } from '@/lib/programme/rules/config';
import { keyOf, storedValue, type Pending, type PendingChange, type Place } from './draft-values';

export type FailureKind = 'network' | 'silent' | 'signed-out' | 'somebody-else' | 'superseded' | 'refused';

export type Failure = { readonly kind: 'failed'; readonly why: FailureKind; readonly says: string };

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | Failure;

/** Why nothing gets through at present; stands until something does. `retryAt`: milliseconds; null: not by itself. */
export type Trouble = { readonly why: FailureKind; readonly says: string; readonly retryAt: number | null };

/** Who saved the other value: a colleague, or (null) oneself in another window; and when (ISO 8601, UTC). */
export type SavedBy = { readonly name: string | null; readonly at: string };

/** The same field was saved in another window meanwhile. Of sealed fields `theirs` is a mask. */
export type Conflict = Place & {
  readonly mine: string;
  readonly theirs: string;
  readonly by?: SavedBy | undefined;
  /** What this window had seen there, so that the disagreement is found again after a reload. */
  readonly was: string;
};

/** What had been typed about a talent whom somebody removed meanwhile. */
export type Stray = { readonly talentId: string; readonly name: string; readonly changes: readonly PendingChange[] };

export type DraftState = {
  readonly draft: DraftView;
  readonly pending: Pending;
  readonly typed: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  readonly strays: readonly Stray[];
  /** What came back out of this computer's own copy, until the clerk has seen it. */
  readonly restored: readonly PendingChange[];
  readonly save: SaveState;
  readonly trouble: Trouble | null;
  /** Whether what is typed is kept on this computer too. */
  readonly copy: Copy;
};

/** restoring: it is kept, and what earlier windows left is being laid on top. */
export type Copy = 'opening' | 'restoring' | 'on' | 'off';

export const isKept = (copy: Copy) => copy === 'restoring' || copy === 'on';

type BatchChange = Omit<PendingChange, 'talentId'>;

/** Changes of one form, as they go to the server. */
export type Batch = {
  readonly talentId: string | null;
  readonly base: number;
  readonly changes: readonly BatchChange[];
};

/** A batch with its place in the order of this window. */
export type Sending = Batch & { readonly order: { readonly window: string; readonly number: number } };

/** What the server answers to a batch. */
export type Saved = {
  readonly revision: number;
  readonly savedAt: string;
  readonly conflicts: readonly { fieldId: string; mine: string; theirs: string; by?: SavedBy }[];
  readonly answers: Answers;
  /** The talent of the batch as it stands now. */
  readonly talent: TalentView | null;
};

export type SendAnswer =
  { readonly ok: true; readonly value: Saved } | { readonly ok: false; readonly failure: Failure };

/** `draft` is null where the window has seen the newest. */
export type LoadAnswer =
  { readonly ok: true; readonly draft: DraftView | null } | { readonly ok: false; readonly failure: Failure };

export type Transport = {
  send(batch: Sending, options: { readonly keepalive: boolean }): Promise<SendAnswer>;
  /** The draft as it stands, unless `seen` is its revision. */
  load(seen: number | null): Promise<LoadAnswer>;
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
    changes: changes.map(({ talentId: _, ...change }) => change),
  };
}

/** The server may remember this many values of one field that it never said it had taken. */
const MOST_TRIED = 8;

/** Before a request goes: what it carries may stand on the server whatever becomes of its answer. */
export function withTried(pending: Pending, { talentId, changes }: Batch): Pending {
  const after = new Map(pending);
  for (const { fieldId, value } of changes) {
    const key = keyOf({ talentId, fieldId });
    const now = after.get(key);
    if (now) after.set(key, { ...now, tried: [...new Set([...(now.tried ?? []), value])].slice(-MOST_TRIED) });
  }
  return after;
}

/** What stands in a field after a save, as the server told it. */
export function savedValue(saved: Saved, place: Place, draft: DraftView): string {
  const talents = saved.talent ? [saved.talent] : [];
  return storedValue({ ...draft, answers: saved.answers, talents }, place);
}

/** The state after a batch was saved. What was typed on while it was under way is still to be saved. */
export function withSaved(state: DraftState, batch: Batch, saved: Saved): Partial<DraftState> {
  const pending = new Map(state.pending);
  const typed = new Map(state.typed);
  let conflicts = state.conflicts;
  for (const { fieldId, value, was } of batch.changes) {
    const place = { talentId: batch.talentId, fieldId };
    const key = keyOf(place);
    const now = pending.get(key);
    const conflict = saved.conflicts.find((one) => one.fieldId === fieldId);
    const isTypedOn = now !== undefined && now.value !== value;
    pending.delete(key);
    if (conflict) {
      const { theirs, by } = conflict;
      conflicts = [
        ...conflicts.filter((one) => keyOf(one) !== key),
        { ...place, mine: now?.value ?? value, theirs, by, was },
      ];
    } else if (isTypedOn) {
      pending.set(key, { ...place, was: savedValue(saved, place, state.draft), value: now.value });
    }
    if (!conflict && saved.talent?.sealed[fieldId]) typed.set(key, value);
  }
  const save: SaveState = pending.size > 0 ? { kind: 'saving' } : { kind: 'saved', at: new Date(saved.savedAt) };
  return { draft: mergedDraft(state.draft, batch, saved), pending, typed, conflicts, save, trouble: null };
}

function mergedDraft(draft: DraftView, batch: Batch, { revision, answers, talent }: Saved): DraftView {
  // An answer that was overtaken by a later one tells nothing new.
  if (revision < draft.revision) return draft;
  const talents = draft.talents.map((one) => (talent && one.id === talent.id ? talent : one));
  return { ...draft, revision, answers: batch.talentId === null ? answers : draft.answers, talents };
}

/**
 * The state over a draft that was fetched anew. What is typed stays on top; what was typed about a talent who has gone
 * is put aside, and taken up again where the talent has come back.
 */
export function withDraft(state: DraftState, draft: DraftView): Partial<DraftState> {
  const isThere = (talentId: string | null) => talentId === null || draft.talents.some(({ id }) => id === talentId);
  const pending = new Map([...state.pending].filter(([, { talentId }]) => isThere(talentId)));
  const conflicts = state.conflicts.filter(({ talentId }) => isThere(talentId));
  const back = state.strays.filter(({ talentId }) => isThere(talentId));
  for (const change of back.flatMap(({ changes }) => changes)) pending.set(keyOf(change), change);
  const lost = [
    ...[...state.pending.values()].filter(({ talentId }) => !isThere(talentId)),
    ...state.conflicts.filter(({ talentId }) => !isThere(talentId)).map(changeOf),
  ];
  const strays = [...state.strays.filter((stray) => !back.includes(stray)), ...straysOf(lost, state)];
  const isDone = pending.size === 0 && state.pending.size > 0;
  return { draft, pending, conflicts, strays, ...(isDone && { save: { kind: 'saved', at: null }, trouble: null }) };
}

/** Changes by the talent that they are about; a further one about the same talent joins what was put aside before. */
export function straysOf(changes: readonly PendingChange[], { draft }: Pick<DraftState, 'draft'>): Stray[] {
  const ids = [...new Set(changes.map(({ talentId }) => talentId))].filter((id) => id !== null);
  return ids.map((talentId) => {
    const own = changes.filter((change) => change.talentId === talentId);
    const typedName = own.find(({ fieldId }) => fieldId === 'name')?.value;
    return { talentId, name: typedName ?? draft.talents.find(({ id }) => id === talentId)?.name ?? '', changes: own };
  });
}

export const changeOf = ({ talentId, fieldId, was, mine }: Conflict): PendingChange => ({
  ...{ talentId, fieldId, was },
  value: mine,
});

/**
 * What is typed in a field and not saved. Where two values stand against each other it goes on being one's own, until
 * one of them is chosen; of a sealed field it is what was typed in this window, saved or not.
 */
export function typedValue(state: DraftState, place: Place, isSealed: boolean): string | undefined {
  const key = keyOf(place);
  const own = state.pending.get(key)?.value ?? state.conflicts.find((one) => keyOf(one) === key)?.mine;
  return own ?? (isSealed ? state.typed.get(key) : undefined);
}

/** Everything that was typed and that the server has not taken: what this computer keeps a copy of. */
export function untaken({ pending, conflicts, strays }: DraftState): Map<string, PendingChange> {
  const all = [...strays.flatMap(({ changes }) => changes), ...conflicts.map(changeOf), ...pending.values()];
  return new Map(all.map((change) => [keyOf(change), change]));
}
