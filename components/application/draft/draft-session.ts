import type { DraftView } from '@/lib/application/rules/draft';
import { createSender } from './draft-sender';
import { savedValue, straysOf, type Batch, type DraftState, type Saved, type Transport } from './draft-state';
import { createStore } from './draft-store';
import { keyOf, storedValue, type PendingChange, type Place } from './draft-values';
import type { Later } from './timer';

export type DraftSession = {
  getState(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Somebody is in this field, and sees there what he types, whatever comes in meanwhile. */
  enter(place: Place): void;
  quit(place: Place): void;
  /** Takes a typed value in; it is saved within two seconds. */
  change(place: Place, value: string): void;
  /** Saves at once. Resolves when nothing is left to save, or when it could not be saved. */
  flush(): Promise<void>;
  /** Tries at once what failed: to save, or only to be let in again. */
  retry(): Promise<void>;
  /** The page goes away: what is left is sent without waiting for an answer. */
  leave(): void;
  /** Fetches what stands on the server; what is typed and unsaved stays on top. */
  refresh(): Promise<void>;
  /** Chooses between one's own value and the one saved in another window. */
  choose(place: Place, which: 'mine' | 'theirs'): void;
  /** Takes over a draft that the server sent in another way. */
  adopt(draft: DraftView): void;
  /** Lays on top what was typed before and never saved. Answers the places that it settled; the others wait. */
  restore(changes: readonly PendingChange[]): Place[];
  /** Gives up what `restore` brought: back to what had stood there before. */
  forgo(): void;
  /** The clerk has seen what was restored. */
  noteRestored(): void;
  /** The clerk has seen what was typed about a talent who has gone. */
  dropStray(talentId: string): void;
  setCopy(copy: DraftState['copy']): void;
};

export type SessionOptions = {
  readonly draft: DraftView;
  readonly transport: Transport;
  readonly later: Later;
  readonly window: string;
  readonly now?: () => number;
};

/**
 * What is typed into a draft, and its way to the server: one request at a time, changes of one form together, tried
 * again until it is saved. Nothing typed is dropped before the server has it; taking over a draft never writes.
 */
export function createDraftSession({ draft, transport, later, window, now = Date.now }: SessionOptions): DraftSession {
  const store = createStore({
    draft,
    ...{ pending: new Map(), typed: new Map(), conflicts: [], strays: [], restored: [] },
    ...{ save: { kind: 'saved', at: null }, trouble: null, copy: 'opening' },
  });
  const inField = createFieldWatch();
  const taken = (batch: Batch, saved: Saved) => inField.taken(batch, saved, store.get().draft);
  const sender = createSender(store, { transport, later, now, window, taken });

  function change(place: Place, value: string): void {
    const { pending: before, draft: stored, save, conflicts, trouble } = store.get();
    const key = keyOf(place);
    // Both values are being shown, and one goes on typing the own one: that chooses nothing.
    if (conflicts.some((one) => keyOf(one) === key))
      return store.set({ conflicts: conflicts.map((one) => (keyOf(one) === key ? { ...one, mine: value } : one)) });
    const pending = new Map(before);
    const standing = pending.get(key);
    const was = standing?.was ?? inField.seen(key) ?? storedValue(stored, place);
    pending.delete(key);
    // Back to what is stored is still a change while something else is on its way there, or may have arrived.
    const isChange = value !== was || standing?.tried !== undefined || sender.isBusy();
    if (isChange) pending.set(key, { ...standing, ...place, was, value });
    store.set({ pending, save: pending.size > 0 && !trouble ? { kind: 'waiting' } : save });
    if (pending.size > 0) sender.soon();
  }

  function choose(place: Place, which: 'mine' | 'theirs'): void {
    const { conflicts } = store.get();
    const conflict = conflicts.find((one) => keyOf(one) === keyOf(place));
    store.set({ conflicts: conflicts.filter((one) => one !== conflict) });
    if (!conflict || which === 'theirs') return;
    change(place, conflict.mine);
    void sender.flush();
  }

  return {
    ...{ getState: store.get, subscribe: store.subscribe, change, choose },
    ...{ flush: sender.flush, retry: sender.retry, leave: sender.leave, refresh: sender.refresh },
    enter: (place) => inField.enter(keyOf(place)),
    quit: (place) => inField.quit(keyOf(place)),
    adopt(fresh) {
      if (fresh.revision > store.get().draft.revision) sender.adopt(fresh);
    },
    restore(changes) {
      const { settled, ...next } = withRestored(store.get(), changes);
      store.set(next);
      if (next.pending.size > 0) sender.soon();
      return settled;
    },
    forgo() {
      for (const restored of store.get().restored) {
        if (store.get().conflicts.some((one) => keyOf(one) === keyOf(restored))) choose(restored, 'theirs');
        else if (isRevertible(restored, store.get().draft)) change(restored, restored.was);
      }
      store.set({ restored: [] });
      void sender.flush();
    },
    noteRestored: () => store.set({ restored: [] }),
    dropStray(talentId) {
      store.set({ strays: store.get().strays.filter((stray) => stray.talentId !== talentId) });
    },
    setCopy: (copy) => store.set({ copy }),
  };
}

/** Of a sealed answer only the mask was seen, which is nothing to go back to. */
export function isRevertible({ talentId, fieldId, was }: PendingChange, { talents }: DraftView): boolean {
  return was === '' || talents.find(({ id }) => id === talentId)?.sealed[fieldId] === undefined;
}

/** Which field somebody is in, and what was saved there while he was. */
function createFieldWatch() {
  let focus: string | null = null;
  let seen: string | undefined;
  const enter = (key: string | null) => {
    if (focus === key) return;
    focus = key;
    seen = undefined;
  };
  return {
    enter,
    quit: (key: string) => focus === key && enter(null),
    seen: (key: string) => (focus === key ? seen : undefined),
    taken(batch: Batch, saved: Saved, draft: DraftView) {
      const place = batch.changes.find(({ fieldId }) => keyOf({ talentId: batch.talentId, fieldId }) === focus);
      if (!place) return;
      seen = savedValue(saved, { talentId: batch.talentId, fieldId: place.fieldId }, draft);
    },
  };
}

function withRestored(state: DraftState, changes: readonly PendingChange[]) {
  const pending = new Map(state.pending);
  const lost: PendingChange[] = [];
  const settled: Place[] = [];
  const restored = [...state.restored];
  const isTaken = (key: string) => pending.has(key) || state.conflicts.some((one) => keyOf(one) === key);
  for (const change of changes) {
    const key = keyOf(change);
    const isGone = change.talentId !== null && state.draft.talents.every(({ id }) => id !== change.talentId);
    if (isTaken(key)) continue;
    settled.push(change);
    if (isGone) lost.push(change);
    else if (storedValue(state.draft, change) !== change.value) {
      pending.set(key, { ...change, restored: true });
      restored.push(change);
    }
  }
  return { pending, restored, settled, strays: [...state.strays, ...straysOf(lost, state)] };
}
