import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore } from '@/lib/ports/file-store';

/**
 * Files in a folder of this machine. A file appears whole or not at all: it is written beside its place, synced, and
 * then linked to it; a key that stands there already keeps its bytes.
 */
export function diskFiles(folder: string): FileStore {
  const pathOf = (key: string) => {
    const path = normalize(join(folder, key));
    if (!path.startsWith(normalize(folder) + sep)) throw new Error(`file key ${key} leaves the folder`);
    return path;
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const waiting = `${path}.${randomBytes(6).toString('hex')}.part`;
      const handle = await open(waiting, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      try {
        await link(waiting, path).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        });
      } finally {
        await rm(waiting, { force: true });
      }
      const standing = await readFile(path);
      return { sizeBytes: standing.byteLength, sha256: createHash('sha256').update(standing).digest('hex') };
    },
    get: (key) => readFile(pathOf(key)).catch(nothing),
    async open(key, range) {
      const found = await stat(pathOf(key)).catch(nothing);
      if (!found) return null;
      const bounds = range ? { start: range.from, end: range.to } : {};
      const body = Readable.toWeb(createReadStream(pathOf(key), bounds)) as ReadableStream<Uint8Array>;
      return { sizeBytes: found.size, body };
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
