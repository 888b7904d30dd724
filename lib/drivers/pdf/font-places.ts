import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddedFont } from '@/lib/ports/receipt-renderer';

/**
 * Where the threads of this server find an added font: a file named by its hash, fetched the first time. What lies there
 * already is hashed once, so that a half written or changed file is never printed with.
 */
export function fontPlaces(folder: string): (font: AddedFont) => Promise<string> {
  const placed = new Map<string, Promise<string>>();
  return (font) => {
    const known = placed.get(font.sha256);
    if (known) return known;
    const placing = place(folder, font);
    placed.set(font.sha256, placing);
    // The next one tries again.
    placing.catch(() => placed.delete(font.sha256));
    return placing;
  };
}

async function place(folder: string, { sha256, bytes }: AddedFont): Promise<string> {
  const path = join(folder, `${sha256}.ttf`);
  const there = await readFile(path).catch(() => null);
  if (there && hashOf(there) === sha256) return path;
  const fetched = await bytes();
  if (hashOf(fetched) !== sha256) throw new Error(`the font ${sha256} is not what was added`);
  await mkdir(folder, { recursive: true });
  const half = `${path}.${randomUUID()}`;
  await writeFile(half, fetched, { mode: 0o600 });
  await rename(half, path);
  return path;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
