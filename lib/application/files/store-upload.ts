import 'server-only';
import { createHash } from 'node:crypto';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { insertFile } from '../upload-store';
import { checkPdf } from './check-pdf';
import { acceptedWords, mediaTypeOf, MEDIA_TYPES, type MediaType } from './file-kind';
import { MAX_FILE_BYTES } from './limits';
import { readPicture } from './picture';
import type { FileRefusal } from './refusals';
import { queueOf } from './work-queue';

export type Upload = {
  readonly bytes: Uint8Array;
  /** As the clerk's computer calls it. */
  readonly name: string;
  /** Where it belongs: `attachment`, `employment-proof`. */
  readonly purpose: string;
  /** Kinds taken here; all that are known when left out. */
  readonly accept?: readonly MediaType[];
};

export type StoredUpload = {
  readonly fileId: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Of the bytes as they came. */
  readonly sha256: string;
};

/** Decoding takes memory: two at a time, the others wait. */
const inTurn = queueOf(2);

/**
 * Takes an uploaded file in: type by content, whole decode or check, hash of the bytes as they came, what is kept
 * (without metadata) and a copy for viewing handed to the store, and only then the row. Nothing of a refused file is
 * kept. A file that no attachment points to in the end is swept by nobody's hand and harms nobody.
 */
export async function storeUpload(
  ctx: Context<EnterpriseActor>,
  upload: Upload,
): Promise<Result<StoredUpload, FileRefusal>> {
  authorise(ctx.actor, 'file.upload', { enterpriseId: ctx.actor.enterpriseId });
  const { bytes, accept = MEDIA_TYPES } = upload;
  if (bytes.length === 0) return refuse({ code: 'file-empty' });
  if (bytes.length > MAX_FILE_BYTES) return refuse({ code: 'file-too-large' });
  const type = await mediaTypeOf(bytes);
  if (!type.ok) return type;
  if (!accept.includes(type.value)) return refuse({ code: 'file-type-not-accepted', accepted: acceptedWords(accept) });
  const mediaType = type.value;
  const read = await inTurn(() => prepare(bytes, mediaType));
  if (!read.ok) return read;
  return ok(await keep(ctx, upload, mediaType, read.value));
}

type Prepared = {
  readonly kept: Uint8Array;
  readonly view: Uint8Array | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
};

async function prepare(bytes: Uint8Array, type: MediaType): Promise<Result<Prepared, FileRefusal>> {
  if (type !== 'application/pdf') return readPicture(bytes, type);
  const checked = checkPdf(bytes);
  return checked.ok ? ok({ kept: bytes, view: null, widthPx: null, heightPx: null }) : checked;
}

async function keep(
  ctx: Context<EnterpriseActor>,
  { bytes, name, purpose }: Upload,
  mediaType: MediaType,
  { kept, view, widthPx, heightPx }: Prepared,
): Promise<StoredUpload> {
  const id = newId();
  const keptKey = `uploads/${id}/kept`;
  const viewKey = view ? `uploads/${id}/view` : null;
  const keptSha256 = await put(ctx, keptKey, kept, mediaType);
  if (view && viewKey) await put(ctx, viewKey, view, 'image/jpeg');
  const sha256 = sha256Of(bytes);
  await insertFile(ctx.db, {
    id,
    enterpriseId: ctx.actor.enterpriseId,
    purpose,
    originalName: safeName(name),
    mediaType,
    sizeBytes: bytes.length,
    sha256,
    keptKey,
    keptSha256,
    viewKey,
    viewType: view ? 'image/jpeg' : null,
    widthPx,
    heightPx,
    uploadedBy: ctx.actor.id,
    createdAt: ctx.now,
  });
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

/** The last part of a path, without control characters and quotes, at most 120 characters with its ending kept. */
export function safeName(name: string): string {
  const plain = (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '').replace(/[\p{C}"<>|:*?]/gu, '').trim();
  const characters = [...plain];
  if (characters.length === 0) return '未命名文件';
  if (characters.length <= 120) return plain;
  return [...characters.slice(0, 110), '…', ...characters.slice(-9)].join('');
}
