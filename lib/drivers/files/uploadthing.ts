import { createHash } from 'node:crypto';
import { UTApi, UTFile } from 'uploadthing/server';
import type { FileStore, StoredBytes } from '@/lib/ports/file-store';

const SIGNED_SECONDS = 60;

/** Our key as the service's custom id, which stands in the path of an address: without slashes. */
const idOf = (key: string) => key.replaceAll('/', '.');

type Fetch = typeof globalThis.fetch;

/**
 * Files at UploadThing, private, found by our own key; bytes are read back through a short-lived signed address. The
 * service names no SHA-256, so what it holds is read back once before it counts as stored.
 */
export function uploadthingFiles(token: string, fetch: Fetch = globalThis.fetch): FileStore {
  const api = new UTApi({ token, fetch: fetch as never, logLevel: 'Error' });

  async function ask(key: string, headers: Readonly<Record<string, string>> = {}): Promise<Response | null> {
    const { ufsUrl } = await api.generateSignedURL(idOf(key), { keyType: 'customId', expiresIn: SIGNED_SECONDS });
    const answer = await fetch(ufsUrl, { headers });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`the file store answered ${answer.status}`);
    return answer;
  }

  async function get(key: string): Promise<Uint8Array | null> {
    const answer = await ask(key);
    return answer && new Uint8Array(await answer.arrayBuffer());
  }

  async function standing(key: string): Promise<StoredBytes | null> {
    const bytes = await get(key);
    return bytes && { sizeBytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  return {
    get,
    async put(key, bytes, mediaType) {
      const before = await standing(key);
      if (before) return before;
      const file = new UTFile([new Uint8Array(bytes)], key.split('/').at(-1) ?? key, {
        type: mediaType,
        customId: idOf(key),
      });
      const answer = await api.uploadFiles(file, { acl: 'private' });
      if (answer.error) throw new Error(`the file store answered ${answer.error.code}`);
      const kept = await standing(key);
      if (!kept) throw new Error('the file store did not keep the bytes');
      return kept;
    },
    async open(key, range) {
      const answer = await ask(key, range && { range: `bytes=${range.from}-${range.to}` });
      if (!answer?.body) return null;
      const whole = answer.headers.get('content-range')?.split('/').at(-1) ?? answer.headers.get('content-length');
      return { sizeBytes: Number(whole ?? 0), body: answer.body };
    },
    async remove(key) {
      await api.deleteFiles(idOf(key), { keyType: 'customId' });
    },
  };
}
