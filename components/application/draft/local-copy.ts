import { createJournal, type Journal } from '@/components/journal/journal';
import { openKey, type GivenKey } from '@/components/journal/journal-key';
import { openJournalStore } from '@/components/journal/journal-store';
import { holdWindow, type HeldWindow } from '@/components/journal/windows';
import type { DraftSession } from './draft-session';
import { untaken } from './draft-state';
import { keyOf, type PendingChange } from './draft-values';

export type LocalCopy = {
  /** Whether everything unsaved could be had back if this page went now. */
  isSafe(): boolean;
  /** Resolves once the copy holds nothing any more of what was saved. */
  stop(): Promise<void>;
};

export type LocalCopyOptions = {
  readonly session: DraftSession;
  readonly draft: string;
  readonly window: string;
  /** Whose typing this is, and what opens nobody else's. */
  readonly key: GivenKey;
};

/** The windows of this very page, one after the other: whoever comes back by the browser's Back follows one of them. */
const ofThisPage = new Set<string>();
/** A tab that was only loaded anew takes its own up first. */
const ITS_OWN_TURN_MS = 1500;

/** Keeps a copy of everything unsaved on this computer, and lays on top what an earlier window left behind. */
export function keepLocalCopy(options: LocalCopyOptions): LocalCopy {
  const { session, draft, window } = options;
  let journal: Journal<PendingChange> | null = null;
  let held: HeldWindow | null = null;
  let isStopped = false;
  let unsubscribe = () => {};
  let close = () => {};
  const isEmpty = () => untaken(session.getState()).size === 0;
  // Not before everything is written down: whoever follows on this page waits for it.
  const end = async () => {
    await journal?.settled();
    held?.release();
    close();
  };

  ofThisPage.add(window);
  const before = lastOfThisTab(draft, window);
  if (before) ofThisPage.add(before);
  void start().catch(() => session.setCopy('off'));

  async function start(): Promise<void> {
    ({ journal, held, close } = await openAll(options));
    if (isStopped) return end();
    session.setCopy('restoring');
    unsubscribe = mirror(session, journal);
    await takeOver(session, journal, held);
    if (session.getState().copy === 'restoring') session.setCopy('on');
  }

  return {
    isSafe: () => isEmpty() || (session.getState().copy !== 'off' && journal !== null && journal.isSafe()),
    stop() {
      isStopped = true;
      unsubscribe();
      return end();
    },
  };
}

/** The window that this tab showed before it was loaded anew; it may take a moment to go. */
function lastOfThisTab(draft: string, window: string): string | null {
  try {
    const name = `draft-window:${draft}`;
    const before = sessionStorage.getItem(name);
    sessionStorage.setItem(name, window);
    return before;
  } catch {
    return null;
  }
}

async function openAll({ session, draft, window, key }: LocalCopyOptions) {
  const [opened, held, store] = await Promise.all([openKey(key), holdWindow(window), openJournalStore(Date.now)]);
  const onBroken = () => session.setCopy('off');
  const options = { ...opened, store, draft, window, now: Date.now, onBroken };
  return { held, close: store.close, journal: createJournal<PendingChange>(options) };
}

/** Every change goes to the copy at once; what the server has taken goes out of it. */
function mirror(session: DraftSession, journal: Journal<PendingChange>): () => void {
  let last: unknown[] = [];
  const copy = () => {
    const state = session.getState();
    const now = [state.pending, state.conflicts, state.strays];
    if (now.every((one, index) => one === last[index])) return;
    last = now;
    journal.keep(untaken(state));
  };
  copy();
  return session.subscribe(copy);
}

async function takeOver(session: DraftSession, journal: Journal<PendingChange>, held: HeldWindow): Promise<void> {
  const isAlive = await held.alive();
  await restoreFrom(session, journal, isAlive);
  // One before on this page may still be writing down what it leaves; one in another tab may go before it has saved.
  for (const window of new Set([...ofThisPage, ...(await journal.others())])) {
    if (!isAlive(window)) continue;
    held.follow(window, async () => {
      if (!ofThisPage.has(window)) await new Promise((next) => setTimeout(next, ITS_OWN_TURN_MS));
      await restoreFrom(session, journal, (other) => other !== window);
    });
  }
}

/** Whether what stood in the way of something restored, typed here in the meantime, is saved by now. */
async function isFreed(session: DraftSession, waiting: readonly { readonly field: string }[]): Promise<boolean> {
  const stands = () => session.getState().pending;
  const inTheWay = waiting.filter(({ field }) => stands().has(field));
  await session.flush();
  return inTheWay.length > 0 && inTheWay.every(({ field }) => !stands().has(field));
}

async function restoreFrom(
  session: DraftSession,
  journal: Journal<PendingChange>,
  isAlive: (window: string) => boolean,
): Promise<void> {
  for (;;) {
    const found = await journal.leftBehind(isAlive);
    // Of one field the newest only; what another window had typed there has its turn once this is saved.
    const newest = found.filter((one, index) => found.findIndex(({ field }) => field === one.field) === index);
    const settled = new Set(session.restore(newest.map(({ value }) => value)).map(keyOf));
    const done = newest.filter(({ field }) => settled.has(field));
    if (done.length === 0 && !(await isFreed(session, newest))) return;
    // First into one's own part of the copy, then out of the other's: it is never in neither.
    journal.remove(done.map(({ id }) => id));
    await journal.settled();
    await session.flush();
  }
}
