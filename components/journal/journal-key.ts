export type JournalKey = { readonly owner: string; readonly key: CryptoKey };

const PATIENCE_MS = 10_000;

/**
 * Asks the server for the key of this person's copy of this draft. The key lives in this page only and cannot be read
 * out of it. Null: not to be had now. Throws where the browser has no WebCrypto, and where it is not for this person.
 */
export async function fetchJournalKey(address: string): Promise<JournalKey | null> {
  if (!globalThis.crypto?.subtle) throw new Error('no WebCrypto');
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, { cache: 'no-store', signal: patience.signal }).catch(() => null);
    if (response?.status === 404) throw new Error('no key for this person');
    if (!response?.ok) return null;
    const { value } = (await response.json()) as { value: { owner: string; key: string } };
    return { owner: value.owner, key: await importKey(Uint8Array.from(atob(value.key), (one) => one.charCodeAt(0))) };
  } finally {
    clearTimeout(timer);
  }
}

export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Encrypts a value so that it opens under this id only. */
export async function sealUnder(key: CryptoKey, id: string, value: unknown) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytesOf(id) };
  return { iv, text: await crypto.subtle.encrypt(algorithm, key, bytesOf(JSON.stringify(value))) };
}

/** The value, or null where key, id or text are not those that it was sealed with. */
export async function openUnder<T>(
  key: CryptoKey,
  id: string,
  { iv, text }: { iv: Uint8Array<ArrayBuffer>; text: ArrayBuffer },
): Promise<T | null> {
  try {
    const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(id) }, key, text);
    return JSON.parse(new TextDecoder().decode(clear)) as T;
  } catch {
    return null;
  }
}
