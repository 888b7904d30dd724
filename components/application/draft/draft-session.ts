import type { DraftView } from '@/lib/application/rules/draft';
import { createSender, type Later } from './draft-sender';
import { batchOf, type DraftState, type Transport } from './draft-state';
import { createStore } from './draft-store';
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

export type SessionOptions = { readonly draft: DraftView; readonly transport: Transport; readonly later: Later };

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
    const { was = storedValue(stored, place), tried } = pending.get(key) ?? {};
    pending.delete(key);
    // Back to what is stored is still a change while something else is on its way there, or may have arrived.
    if (value !== was || tried || sender.isBusy()) pending.set(key, { ...place, was, value, ...(tried && { tried }) });
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
