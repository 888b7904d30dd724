import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as parts from '../parts-store';
import type { FileRefusal, PartsRefusal } from '../rules/refusals';
import { MAX_FILE_BYTES, MAX_UNFINISHED, PARTS_KEPT_HOURS } from '../rules/upload-limits';
import { isKnownBad } from '../store';
import { browserOf } from '../tally-store';

export type BeginParts = {
  /** What it is for, and the place in it as the caller knows it. */
  readonly subjectId: string;
  readonly place: Readonly<Record<string, string | null>>;
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256 of the whole in hex, or (where a browser cannot count it) how it knows the file again. */
  readonly fingerprint: string;
};

/** Where to go on with a file. */
export type PartsBegun = { readonly uploadId: string; readonly receivedBytes: number };

type Refusal = PartsRefusal | Extract<FileRefusal, { code: 'file-empty' | 'file-too-large' | 'file-infected' }>;
type Owner = { readonly enterpriseId: string; readonly uploadedBy: string };

/**
 * Begins a file that comes in parts, or finds the one that was begun: the same person, place, name, size and
 * fingerprint go on where they stopped, whatever became of the page or the server meanwhile.
 */
export async function beginParts(ctx: Context, input: BeginParts, owner: Owner): Promise<Result<PartsBegun, Refusal>> {
  const { subjectId, place, name, sizeBytes, fingerprint } = input;
  if (sizeBytes === 0) return refuse({ code: 'file-empty' });
  if (sizeBytes > MAX_FILE_BYTES) return refuse({ code: 'file-too-large' });
  if (await isKnownBad(ctx.db, fingerprint)) return refuse({ code: 'file-infected' });
  const { uploadedBy } = owner;
  const same = await parts.sameUploads(ctx.db, { uploadedBy, subjectId, name, sizeBytes, fingerprint }, ctx.now);
  const begun = same.find((one) => isSamePlace(one.place, place));
  if (begun) return ok({ uploadId: begun.id, receivedBytes: begun.receivedBytes });
  if ((await parts.countUnfinished(ctx.db, uploadedBy, ctx.now)) >= MAX_UNFINISHED) {
    return refuse({ code: 'uploads-too-many', limit: MAX_UNFINISHED });
  }
  const id = newId();
  const expiresAt = new Date(ctx.now.getTime() + PARTS_KEPT_HOURS * 3_600_000);
  await parts.insertUpload(ctx.db, { id, ...owner, ...input, browser: browserOf(ctx), createdAt: ctx.now, expiresAt });
  return ok({ uploadId: id, receivedBytes: 0 });
}

function isSamePlace(stored: unknown, place: BeginParts['place']): boolean {
  const other = stored as BeginParts['place'];
  return [...new Set([...Object.keys(other), ...Object.keys(place)])].every((key) => other[key] === place[key]);
}
