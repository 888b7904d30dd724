import 'server-only';
import type { Context } from '@/lib/access/context';
import { storedFile } from './store';

export type ReadableFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly etag: string;
  /** Whether a browser may show it in its place instead of saving it. */
  readonly mayShowInline: boolean;
  /** Null when the store has lost it. */
  bytes(): Promise<Uint8Array | null>;
};

/** What a predicate is asked about: whose a file is and what it was uploaded for. */
export type FileOwner = {
  readonly id: string;
  readonly enterpriseId: string | null;
  readonly purpose: string;
  readonly uploadedBy: string;
};

/**
 * A stored file for whoever `mayRead` lets read it, or null. The caller's predicate is the authorisation: nothing here
 * knows whose the file is. `view`: the copy made for looking at, or the file itself where there is no copy. `kept`: what
 * is kept as evidence, always a download.
 */
export async function fileFor(
  ctx: Context,
  id: string,
  as: 'view' | 'kept',
  mayRead: (file: FileOwner) => boolean | Promise<boolean>,
): Promise<ReadableFile | null> {
  const file = await storedFile(ctx.db, id);
  if (!file || !(await mayRead(file))) return null;
  const isCopy = as === 'view' && file.viewKey !== null;
  const key = isCopy && file.viewKey ? file.viewKey : file.keptKey;
  return {
    name: isCopy ? withEnding(file.originalName, 'jpg') : file.originalName,
    mediaType: isCopy ? (file.viewType ?? 'image/jpeg') : file.mediaType,
    etag: `"${file.keptSha256}-${isCopy ? 'view' : 'kept'}"`,
    mayShowInline: isCopy || (as === 'view' && file.mediaType === 'application/pdf'),
    bytes: () => ctx.ports.files.get(key),
  };
}

function withEnding(name: string, ending: string): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`;
}
