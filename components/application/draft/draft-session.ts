import type { DraftView } from '@/lib/application/rules/draft';
import { batchOf, withSaved, type Batch, type DraftState, type SaveState, type Transport } from './draft-state';
import { keyOf, storedValue, type Place } from './draft-values';

export type DraftSession = {
  getState(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Takes a typed value in; it is saved within two seconds. */
  change(place: Place, value: string): void;
  /** Saves at once. Resolves when nothing is left to save, or when it could not be saved. */
  flush(): Promise<void>;
  /** The page goes away: what is left is sent without waiting for an answer. */
  leave(): void;
  /** Fetches what stands on the server; what is typed and unsaved stays on top. */
  refresh(): Promise<void>;
  /** Chooses between one's own value and the one saved in another window. */
  choose(place: Place, which: 'mine' | 'theirs'): void;
  /** Takes over a draft that the server sent in another way. */
  adopt(draft: DraftView): void;
};

export type SessionOptions = {
  readonly draft: DraftView;
  readonly transport: Transport;
  /** Runs work later; answers how to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
};

const QUIET_MS = 800;
const LONGEST_MS = 2000;
const RETRY_MS = [2000, 5000, 10_000, 30_000];

/**
 * What is typed into a draft, and its way to the server: one request at a time, changes of one form together, tried
 * again until it is saved. Nothing typed is dropped before the server has it; taking over a draft never writes.
 */
export function createDraftSession({ draft, transport, later }: SessionOptions): DraftSession {
  let state: DraftState = {
    draft,
    pending: new Map(),
    typed: new Map(),
    conflicts: [],
    save: { kind: 'saved', at: null },
  };
  const listeners = new Set<() => void>();
  let sending: Promise<void> | null = null;
  let callOff = () => {};
  let callOffLongest: (() => void) | null = null;
  let failures = 0;

  function set(next: Partial<DraftState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function change(place: Place, value: string): void {
    const key = keyOf(place);
    const pending = new Map(state.pending);
    const was = pending.get(key)?.was ?? storedValue(state.draft, place);
    pending.delete(key);
    if (value !== was || sending) pending.set(key, { ...place, was, value });
    set({ pending, save: pending.size > 0 ? stillSaving(state.save) : state.save });
    if (pending.size === 0) return;
    callOff();
    callOff = later(() => void flush(), QUIET_MS);
    callOffLongest ??= later(() => void flush(), LONGEST_MS);
  }

  function flush(): Promise<void> {
    callOff();
    callOffLongest?.();
    callOffLongest = null;
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    let isElsewhere = false;
    for (let batch = batchOf(state); batch; batch = batchOf(state)) {
      set({ save: { kind: 'saving' } });
      const answer = await transport.send(batch, { keepalive: false });
      if (!answer.ok) return failed(answer.failure);
      failures = 0;
      isElsewhere ||= answer.value.revision > batch.base + 1 || touchesPerson(batch);
      set(withSaved(state, batch, answer.value));
    }
    if (isElsewhere) await refresh();
  }

  function failed(failure: Extract<SaveState, { kind: 'failed' }>): void {
    set({ save: failure });
    if (failure.why === 'refused') return;
    const ms = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000;
    failures += 1;
    callOff = later(() => void flush(), ms);
  }

  async function refresh(): Promise<void> {
    const fresh = await transport.load();
    if (fresh && fresh.revision >= state.draft.revision) set({ draft: fresh });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    flush,
    refresh,
    leave() {
      const talents = new Set([...state.pending.values()].map(({ talentId }) => talentId));
      for (const talentId of talents) {
        const batch = batchOf(state, talentId);
        if (batch) void transport.send(batch, { keepalive: true });
      }
    },
    choose(place, which) {
      const conflict = state.conflicts.find((one) => keyOf(one) === keyOf(place));
      set({ conflicts: state.conflicts.filter((one) => one !== conflict) });
      if (conflict && which === 'mine') change(place, conflict.mine);
    },
    adopt(fresh) {
      if (fresh.revision > state.draft.revision) set({ draft: fresh });
    },
  };
}

/** Whoever else has the same number, and what it carries, is worked out on the server. */
function touchesPerson({ changes }: Batch): boolean {
  return changes.some(({ fieldId }) => fieldId === 'idNumber' || fieldId === 'idType');
}

function stillSaving(save: SaveState): SaveState {
  return save.kind === 'failed' ? save : { kind: 'waiting' };
}
