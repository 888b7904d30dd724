export type JournalKey = { readonly owner: string; readonly key: CryptoKey };

/**
 * The key of one person's copy of one draft, base64, as it comes with the page that is drawn for this person: the first
 * character typed can be kept though server and network are gone by then. No page is stored, so the key never is.
 */
export type GivenKey = { readonly owner: string; readonly key: string };

/** Fails where the browser has no WebCrypto. */
export async function openKey({ owner, key }: GivenKey): Promise<JournalKey> {
  return { owner, key: await importKey(Uint8Array.from(atob(key), (one) => one.charCodeAt(0))) };
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
