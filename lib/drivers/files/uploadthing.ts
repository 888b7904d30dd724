import { createHash } from 'node:crypto';
import { UTApi, UTFile } from 'uploadthing/server';
import type { FileStore } from '@/lib/ports/file-store';

const SIGNED_SECONDS = 60;

/** Files at UploadThing, private, found by our own key; bytes are read back through a short-lived signed address. */
export function uploadthingFiles(token: string): FileStore {
  const api = new UTApi({ token });
  return {
    async put(key, bytes, mediaType) {
      const file = new UTFile([new Uint8Array(bytes)], key.split('/').at(-1) ?? key, {
        type: mediaType,
        customId: key,
      });
      const answer = await api.uploadFiles(file, { acl: 'private' });
      if (answer.error) throw new Error(`the file store answered ${answer.error.code}`);
      if (answer.data.size !== bytes.byteLength)
        throw new Error(`the file store kept ${answer.data.size} of ${bytes.byteLength} bytes`);
      return { sizeBytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    async get(key) {
      const { ufsUrl } = await api.generateSignedURL(key, { keyType: 'customId', expiresIn: SIGNED_SECONDS });
      const answer = await fetch(ufsUrl);
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`the file store answered ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async remove(key) {
      await api.deleteFiles(key, { keyType: 'customId' });
    },
  };
}
