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

/** Runs work later; answers how to call it off. */
export type Later = (work: () => void, ms: number) => () => void;

export type SessionOptions = { readonly draft: DraftView; readonly transport: Transport; readonly later: Later };

const QUIET_MS = 800;
const LONGEST_MS = 2000;
const RETRY_MS = [2000, 5000, 10_000, 30_000];

/**
 * What is typed into a draft, and its way to the server: one request at a time, changes of one form together, tried
 * again until it is saved. Nothing typed is dropped before the server has it; taking over a draft never writes.
 */
export function createDraftSession({ draft, transport, later }: SessionOptions): DraftSession {
  const store = createStore({
    draft,
    pending: new Map(),
    typed: new Map(),
    conflicts: [],
    save: { kind: 'saved', at: null },
  });
  const sender = createSender(store, transport, later);

  function change(place: Place, value: string): void {
    const { pending: before, draft: stored, save } = store.get();
    const key = keyOf(place);
    const pending = new Map(before);
    const was = pending.get(key)?.was ?? storedValue(stored, place);
    pending.delete(key);
    // Back to what is stored is still a change while something else is on its way there.
    if (value !== was || sender.isBusy()) pending.set(key, { ...place, was, value });
    store.set({ pending, save: pending.size > 0 && save.kind !== 'failed' ? { kind: 'waiting' } : save });
    if (pending.size > 0) sender.soon();
  }

  return {
    getState: store.get,
    subscribe: store.subscribe,
    change,
    flush: sender.flush,
    refresh: sender.refresh,
    leave() {
      const talents = new Set([...store.get().pending.values()].map(({ talentId }) => talentId));
      for (const talentId of talents) {
        const batch = batchOf(store.get(), talentId);
        if (batch) void transport.send(batch, { keepalive: true });
      }
    },
    choose(place, which) {
      const { conflicts } = store.get();
      const conflict = conflicts.find((one) => keyOf(one) === keyOf(place));
      store.set({ conflicts: conflicts.filter((one) => one !== conflict) });
      if (!conflict || which === 'theirs') return;
      change(place, conflict.mine);
      void sender.flush();
    },
    adopt(fresh) {
      if (fresh.revision > store.get().draft.revision) store.set({ draft: fresh });
    },
  };
}

type Store = {
  get(): DraftState;
  set(next: Partial<DraftState>): void;
  subscribe(listener: () => void): () => void;
};

function createStore(first: DraftState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Sends what is pending, one batch after another; what fails is tried again, with patience. */
function createSender(store: Store, transport: Transport, later: Later) {
  const quiet = timer(later);
  const longest = timer(later);
  let sending: Promise<void> | null = null;
  let failures = 0;

  function flush(): Promise<void> {
    quiet.stop();
    longest.stop();
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    let isElsewhere = false;
    for (let batch = batchOf(store.get()); batch; batch = batchOf(store.get())) {
      store.set({ save: { kind: 'saving' } });
      const answer = await transport.send(batch, { keepalive: false });
      if (!answer.ok) return failed(answer.failure);
      failures = 0;
      isElsewhere ||= answer.value.revision > batch.base + 1 || touchesPerson(batch);
      store.set(withSaved(store.get(), batch, answer.value));
    }
    if (isElsewhere) await refresh();
  }

  function failed(failure: Extract<SaveState, { kind: 'failed' }>): void {
    store.set({ save: failure });
    if (failure.why === 'refused') return;
    quiet.start(() => void flush(), RETRY_MS[failures] ?? RETRY_MS[RETRY_MS.length - 1] ?? LONGEST_MS);
    failures += 1;
  }

  async function refresh(): Promise<void> {
    const fresh = await transport.load();
    if (fresh && fresh.revision >= store.get().draft.revision) store.set({ draft: fresh });
  }

  return {
    flush,
    refresh,
    isBusy: () => sending !== null,
    soon() {
      quiet.start(() => void flush(), QUIET_MS);
      longest.startOnce(() => void flush(), LONGEST_MS);
    },
  };
}

/** One piece of work that waits; starting it again calls the former off. */
function timer(later: Later) {
  let callOff: (() => void) | null = null;
  const stop = () => {
    callOff?.();
    callOff = null;
  };
  const start = (work: () => void, ms: number) => {
    stop();
    callOff = later(work, ms);
  };
  return {
    stop,
    start,
    startOnce: (work: () => void, ms: number) => (callOff ? undefined : start(work, ms)),
  };
}

/** Whoever else has the same number, and what it carries, is worked out on the server. */
function touchesPerson({ changes }: Batch): boolean {
  return changes.some(({ fieldId }) => fieldId === 'idNumber' || fieldId === 'idType');
}
