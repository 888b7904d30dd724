/** Files that were chosen and are not whole on the server, so that a page that is loaded anew goes on by itself. */
const DATABASE = 'unfinished-uploads';
const STORE = 'files';

export type KeptFile = { readonly fingerprint: string; readonly applicationId: string; readonly file: File };

/** Keeps a file until it has arrived. A browser that keeps nothing (private window, no room) is no failure. */
export async function keepFile(kept: KeptFile): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept));
}

export async function keptFile(fingerprint: string): Promise<File | null> {
  const kept = await inStore<KeptFile | undefined>('readonly', (store) => store.get(fingerprint));
  return kept?.file ?? null;
}

export async function forgetFile(fingerprint: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(fingerprint));
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T | null> {
  try {
    const database = await opened();
    const value = await settled<T>(work(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return value;
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'fingerprint' });
  return settled(request);
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}
