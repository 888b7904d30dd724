import { openDB, type IDBPDatabase } from 'idb';

/** One field's unsaved text as it lies on this computer; `text` opens with a key that only the server gives. */
export type KeptRecord = {
  /** Owner, draft, window and field: what is sealed under one id does not open under another. */
  readonly id: string;
  readonly owner: string;
  readonly draft: string;
  readonly window: string;
  /** Milliseconds. */
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
};

type Schema = { changes: { key: string; value: KeptRecord; indexes: { owner: string; at: number } } };

const NAME = 'portal-drafts';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export type JournalStore = {
  write(records: readonly KeptRecord[], goneIds: readonly string[]): Promise<void>;
  read(owner: string, draft: string): Promise<KeptRecord[]>;
  close(): void;
};

/** The shelf of this browser, after everything older than thirty days was thrown away. Fails where there is none. */
export async function openJournalStore(now: () => number): Promise<JournalStore> {
  const db = await open();
  const old = db.transaction('changes', 'readwrite');
  for await (const cursor of old.store.index('at').iterate(IDBKeyRange.upperBound(now() - KEPT_MS, true)))
    await cursor.delete();
  await old.done;
  return {
    async write(records, goneIds) {
      const { store, done } = db.transaction('changes', 'readwrite');
      await Promise.all([...records.map((one) => store.put(one)), ...goneIds.map((id) => store.delete(id)), done]);
    },
    read: async (owner, draft) =>
      (await db.getAllFromIndex('changes', 'owner', owner)).filter((one) => one.draft === draft),
    close: () => db.close(),
  };
}

/** Throws away everything of this person on this computer: at 退出. Never fails; where there is no shelf there is nothing. */
export async function forgetDrafts(owner: string): Promise<void> {
  try {
    const db = await open();
    const { store, done } = db.transaction('changes', 'readwrite');
    for await (const cursor of store.index('owner').iterate(owner)) await cursor.delete();
    await done;
    db.close();
  } catch {
    return;
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade(db) {
      const changes = db.createObjectStore('changes', { keyPath: 'id' });
      changes.createIndex('owner', 'owner');
      changes.createIndex('at', 'at');
    },
    // A newer page wants to change the shelf: this one lets go of it rather than stand in the way.
    blocking: (_before, _after, event) => (event.target as IDBDatabase).close(),
  });
}
