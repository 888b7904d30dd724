import { createLooker } from './draft-looker';
import { batchOf, withSaved, withTried, type Batch, type DraftState, type Failure, type Saved } from './draft-state';
import type { Transport } from './draft-state';
import type { Store } from './draft-store';
import { createTimer, type Later } from './timer';

export type SenderOptions = {
  readonly transport: Transport;
  readonly later: Later;
  readonly now: () => number;
  /** The id of this window, by which the server keeps its sendings in order. */
  readonly window: string;
  /** Called before the state changes to what was saved. */
  taken(batch: Batch, saved: Saved): void;
};

const QUIET_MS = 800;
const LONGEST_MS = 2000;
const RETRY_MS = [2000, 5000, 10_000, 30_000];
const LAST_RETRY_MS = 30_000;
/** How often in a row a sending may be overtaken by another one of the same window. */
const OVERTAKEN = 4;

/** Sends what is pending, one batch after another; what fails is tried again, with patience. */
export function createSender(store: Store, { transport, later, now, window, ...on }: SenderOptions) {
  const quiet = createTimer(later);
  const longest = createTimer(later);
  const looker = createLooker(store, transport, {
    soon,
    failed,
    backAgain() {
      failures = 0;
      void flush();
    },
  });
  let sending: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let failures = 0;
  let number = 0;

  /** Resolves once nothing is left to send, or it failed; and the draft was fetched anew where it had to be. */
  async function flush(): Promise<void> {
    quiet.stop();
    longest.stop();
    if (!sending && batchOf(store.get())) sending = sendAll();
    await sending;
    await looking;
  }

  function send(batch: Batch, keepalive: boolean) {
    number += 1;
    store.set({ pending: withTried(store.get().pending, batch) });
    return transport.send({ ...batch, order: { window, number } }, { keepalive });
  }

  async function sendAll(): Promise<void> {
    let overtaken = 0;
    try {
      for (let batch = batchOf(store.get()); batch; batch = batchOf(store.get())) {
        store.set({ save: { kind: 'saving' } });
        const answer = await send(batch, false);
        if (answer.ok) taken(batch, answer.value);
        else if (answer.failure.why === 'superseded' && overtaken < OVERTAKEN) overtaken += 1;
        else if (answer.failure.why !== 'refused' || !(await isWithdrawn(store, batch, () => looker.refresh(true))))
          return failed(answer.failure);
      }
    } finally {
      sending = null;
    }
  }

  function taken(batch: Batch, saved: Saved): void {
    failures = 0;
    const { revision } = store.get().draft;
    on.taken(batch, saved);
    store.set(withSaved(store.get(), batch, saved));
    // Not waited for before the next batch: what is typed while the draft comes would be left lying.
    if (saved.revision > revision + 1 || touchesPerson(batch)) looker.isBehind();
    if (looker.wasBehind()) looking = looker.refresh(true);
  }

  function failed(failure: Failure): void {
    const { why, says } = failure;
    const wait = why === 'refused' ? null : (RETRY_MS[failures] ?? LAST_RETRY_MS);
    store.set({ save: failure, trouble: { why, says, retryAt: wait === null ? null : now() + wait } });
    if (wait === null) return;
    quiet.start(() => void retry(), wait);
    failures += 1;
  }

  /** Where nothing is left to send, looking is what shows whether one is signed in again. */
  async function retry(): Promise<void> {
    if (store.get().pending.size > 0) return flush();
    return looker.refresh(true);
  }

  function soon(): void {
    // While nothing gets through, the next try has its time already.
    if (!store.get().trouble) quiet.start(() => void flush(), QUIET_MS);
    if (!store.get().trouble) longest.startOnce(() => void flush(), LONGEST_MS);
  }

  return {
    ...{ flush, retry, soon, refresh: () => looker.refresh(false), adopt: looker.adopt },
    isBusy: () => sending !== null,
    /** Sends what is left though nobody may be there for the answer. */
    leave() {
      for (const batch of batchesOf(store.get()))
        void send(batch, true).then((answer) => answer.ok && taken(batch, answer.value));
    },
  };
}

/** What is left to send, form by form. */
function batchesOf(state: DraftState): Batch[] {
  const forms = new Set([...state.pending.values()].map(({ talentId }) => talentId));
  return [...forms].flatMap((form) => batchOf(state, form) ?? []);
}

/** True where the talent was removed in another window: what was typed about them must not hold up the rest. */
async function isWithdrawn(store: Store, { talentId }: Batch, refresh: () => Promise<void>): Promise<boolean> {
  if (talentId === null) return false;
  await refresh();
  return store.get().draft.talents.every(({ id }) => id !== talentId);
}

/** Whoever else has the same number, and what it carries, is worked out on the server. */
function touchesPerson({ changes }: Batch): boolean {
  return changes.some(({ fieldId }) => fieldId === 'idNumber' || fieldId === 'idType');
}
