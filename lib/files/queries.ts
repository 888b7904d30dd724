import 'server-only';
import type { Context } from '@/lib/access/context';
import { pageKey } from './rules/keys';
import { askForPages, storedFile } from './store';

type Open = Context['ports']['files']['open'];

/** Looked at, kept as evidence, small in a list, or one drawn page of a PDF. */
export type FileForm = 'view' | 'kept' | 'thumb' | { readonly page: number };

export type ReadableFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly etag: string;
  /** Whether a browser may show it in its place instead of saving it. */
  readonly mayShowInline: boolean;
  /** Null when the store has lost it. */
  bytes(): Promise<Uint8Array | null>;
  /** Streamed, or a range of it; null when the store has lost it. */
  open(range?: Parameters<Open>[1]): ReturnType<Open>;
};

/** What a predicate is asked about: whose a file is and what it was uploaded for. */
export type FileOwner = {
  readonly id: string;
  readonly enterpriseId: string | null;
  readonly purpose: string;
  readonly uploadedBy: string;
};

type MayRead = (file: FileOwner) => boolean | Promise<boolean>;
type Row = NonNullable<Awaited<ReturnType<typeof storedFile>>>;

/**
 * A stored file for whoever `mayRead` lets read it, or null. The caller's predicate is the authorisation: nothing here
 * knows whose the file is. `view`: the copy made for looking at, or the file itself where there is no copy. `kept`: what
 * is kept as evidence, always a download. What a scanner reported is given to nobody.
 */
export async function fileFor(ctx: Context, id: string, as: FileForm, mayRead: MayRead): Promise<ReadableFile | null> {
  const file = await storedFile(ctx.db, id);
  if (!file || !(await mayRead(file)) || file.scanState === 'INFECTED') return null;
  const copyKey = keyOfCopy(file, as);
  if (copyKey === null && as !== 'view' && as !== 'kept') return null;
  const key = copyKey ?? file.keptKey;
  const form = typeof as === 'string' ? as : `page-${as.page}`;
  return {
    name: copyKey ? withEnding(file.originalName, 'jpg') : file.originalName,
    mediaType: copyKey ? 'image/jpeg' : file.mediaType,
    etag: `"${file.keptSha256}-${copyKey ? form : 'kept'}"`,
    mayShowInline: copyKey !== null || (as === 'view' && file.mediaType === 'application/pdf'),
    bytes: () => ctx.ports.files.get(key),
    open: (range) => ctx.ports.files.open(key, range),
  };
}

/**
 * How many drawn pages a PDF has: null while the worker has not drawn them yet (it is asked again), 0 where it cannot
 * be drawn or is no PDF. Undefined for whoever may not read it.
 */
export async function pagesFor(ctx: Context, id: string, mayRead: MayRead): Promise<number | null | undefined> {
  const file = await storedFile(ctx.db, id);
  if (!file || !(await mayRead(file)) || file.scanState === 'INFECTED') return undefined;
  if (file.mediaType !== 'application/pdf') return 0;
  if (file.pageCount === null) await askForPages(ctx.db, id);
  return file.pageCount;
}

function keyOfCopy(file: Row, as: FileForm): string | null {
  if (as === 'view') return file.viewKey;
  // Files that came before there were small pictures.
  if (as === 'thumb') return file.thumbKey ?? file.viewKey;
  if (as === 'kept') return null;
  const isDrawn = file.pageCount !== null && as.page >= 1 && as.page <= file.pageCount;
  return isDrawn ? pageKey(file.id, as.page) : null;
}

function withEnding(name: string, ending: string): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`;
}
