import { batchOf, withSaved, withTried, type Batch, type Saved, type SaveState, type Transport } from './draft-state';
import type { Store } from './draft-store';

/** Runs work later; answers how to call it off. */
export type Later = (work: () => void, ms: number) => () => void;

type Failure = Extract<SaveState, { kind: 'failed' }>;

const QUIET_MS = 800;
const LONGEST_MS = 2000;
const RETRY_MS = [2000, 5000, 10_000, 30_000];
const LAST_RETRY_MS = 30_000;
/** How often a draft is fetched again because something was saved while it was on its way. */
const LOOKS = 3;

/** Sends what is pending, one batch after another; what fails is tried again, with patience. */
export function createSender(store: Store, transport: Transport, later: Later) {
  const quiet = timer(later);
  const longest = timer(later);
  let sending: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let failures = 0;

  /** Resolves once nothing is left to send, or it failed; and the draft was fetched anew where it had to be. */
  async function flush(): Promise<void> {
    quiet.stop();
    longest.stop();
    if (!sending && batchOf(store.get())) sending = sendAll();
    await sending;
    await looking;
  }

  async function sendAll(): Promise<void> {
    try {
      for (let batch = batchOf(store.get()); batch; batch = batchOf(store.get())) {
        store.set({ save: { kind: 'saving' } });
        const answer = await transport.send(batch, { keepalive: false });
        if (answer.ok) taken(batch, answer.value);
        else if (answer.failure.why !== 'refused' || !(await isWithdrawn(batch))) return failed(batch, answer.failure);
      }
    } finally {
      sending = null;
    }
  }

  function taken(batch: Batch, saved: Saved): void {
    failures = 0;
    store.set(withSaved(store.get(), batch, saved));
    // Not waited for before the next batch: what is typed while the draft comes would be left lying.
    if (saved.revision > batch.base + 1 || touchesPerson(batch)) looking = refresh();
  }

  function failed(batch: Batch, failure: Failure): void {
    store.set({ save: failure });
    if (failure.why === 'refused') return;
    if (failure.why === 'network') store.set({ pending: withTried(store.get().pending, batch) });
    quiet.start(() => void flush(), RETRY_MS[failures] ?? LAST_RETRY_MS);
    failures += 1;
  }

  /** True where the talent was removed in another window: what was typed about them must not hold up the rest. */
  async function isWithdrawn({ talentId }: Batch): Promise<boolean> {
    if (talentId === null) return false;
    await refresh();
    const { draft, pending } = store.get();
    if (draft.talents.some(({ id }) => id === talentId)) return false;
    const left = new Map([...pending].filter(([, change]) => change.talentId !== talentId));
    store.set({ pending: left, ...(left.size === 0 && { save: { kind: 'saved', at: null } }) });
    return true;
  }

  async function refresh(): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const fresh = await transport.load();
      if (!fresh) return;
      if (fresh.revision >= store.get().draft.revision) return store.set({ draft: fresh });
    }
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
