import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Scan } from '@/lib/ports/malware-scanner';
import type { MediaType } from '../rules/media-types';
import { prepareUpload, type PreparedUpload } from '../reading/prepare-upload';
import type { FileRefusal } from '../rules/refusals';
import { askForPages, insertFile } from '../store';
import { browserOf, tallyUpload } from '../tally-store';
import { noteMalware } from './note-malware';

export type Upload = {
  readonly bytes: Uint8Array;
  /** As the clerk's computer calls it. */
  readonly name: string;
  /** Where it belongs: `attachment`, `employment-proof`, `registration-paper`. */
  readonly purpose: string;
  /** Kinds taken here; all that are known when left out. */
  readonly accept?: readonly MediaType[];
};

/** Whose a file is: what stands beside it for those who decide who may read it. */
export type UploadOwner = {
  /** Null while there is no enterprise yet: the papers of a registration. */
  readonly enterpriseId: string | null;
  /** Id of the user, or of the registration or request whose browser sent it. */
  readonly uploadedBy: string;
};

export type StoredUpload = {
  readonly fileId: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Of the bytes as they came. */
  readonly sha256: string;
};

/**
 * Takes an uploaded file in: looked through, hashed as it came, what is kept (without metadata) and a copy for viewing
 * handed to the file store, and only then the row. Nothing of a refused file is kept. Whether this actor may upload for
 * this owner is the caller's to ask, before a byte is read.
 */
export async function storeUpload(
  ctx: Context,
  upload: Upload,
  owner: UploadOwner,
): Promise<Result<StoredUpload, FileRefusal>> {
  const taken = await take(ctx, upload, owner);
  await tallyUpload(ctx, browserOf(ctx), taken.ok ? 'stored' : 'refused');
  return taken;
}

async function take(ctx: Context, upload: Upload, owner: UploadOwner): Promise<Result<StoredUpload, FileRefusal>> {
  const scan = await ctx.ports.malware.scan(upload.bytes);
  if (scan.kind === 'infected') {
    await noteMalware(ctx, { owner, name: upload.name, purpose: upload.purpose, malware: scan.name });
    return refuse({ code: 'file-infected' });
  }
  const prepared = await prepareUpload(upload.bytes, ctx.ports.pictures, upload.accept);
  return prepared.ok ? ok(await keep(ctx, upload, owner, { ...prepared.value, scan })) : prepared;
}

async function keep(
  ctx: Context,
  { bytes, name, purpose }: Upload,
  owner: UploadOwner,
  { mediaType, kept, view, thumb, widthPx, heightPx, scan }: PreparedUpload & { readonly scan: Scan },
): Promise<StoredUpload> {
  const id = newId();
  const keptKey = `uploads/${id}/kept`;
  const viewKey = view ? `uploads/${id}/view` : null;
  const keptSha256 = await put(ctx, keptKey, kept, mediaType);
  if (view && viewKey) await put(ctx, viewKey, view, 'image/jpeg');
  const thumbKey = thumb ? `uploads/${id}/thumb` : null;
  if (thumb && thumbKey) await put(ctx, thumbKey, thumb, 'image/jpeg');
  const sha256 = sha256Of(bytes);
  await insertFile(ctx.db, {
    ...{ id, enterpriseId: owner.enterpriseId, purpose, originalName: safeName(name, mediaType), mediaType, sha256 },
    ...{ sizeBytes: bytes.length, keptKey, keptSha256, viewKey, viewType: view ? 'image/jpeg' : null, thumbKey },
    ...{ widthPx, heightPx, scanState: scan.kind === 'clean' ? 'CLEAN' : 'PENDING' },
    ...{ uploadedBy: owner.uploadedBy, createdAt: ctx.now },
  });
  if (mediaType === 'application/pdf') await askForPages(ctx.db, id);
  return { fileId: id, mediaType, sizeBytes: bytes.length, sha256 };
}

/** Stores bytes and makes sure that what was stored is what was given. */
async function put(ctx: Context, key: string, bytes: Uint8Array, mediaType: string): Promise<string> {
  const expected = sha256Of(bytes);
  const stored = await ctx.ports.files.put(key, bytes, mediaType);
  if (stored.sha256 !== expected || stored.sizeBytes !== bytes.length)
    throw new Error(`file ${key} was stored wrongly`);
  return expected;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The last part of a path, without control characters and quotes, at most 120 characters with its ending kept. What was
 * HEIC is called as what it became.
 */
function safeName(name: string, mediaType: MediaType): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const bare = last.replace(/[\p{C}"<>|:*?]/gu, '').trim();
  const plain = mediaType === 'image/jpeg' ? bare.replace(/\.(heic|heif|hif)$/i, '.jpg') : bare;
  const characters = [...plain];
  if (characters.length === 0) return '未命名文件';
  if (characters.length <= 120) return plain;
  return [...characters.slice(0, 110), '…', ...characters.slice(-9)].join('');
}
