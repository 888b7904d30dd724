import 'server-only';
import type { Context } from '@/lib/access/context';
import { storeUpload, type StoredUpload, type UploadOwner } from '@/lib/files/commands/store-upload';
import { fileFor } from '@/lib/files/queries';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { ok, type Result } from '@/lib/kernel/result';
import type { PaperCheck } from '../rules/paper-check';
import type { PaperKind, PaperSubject } from '../rules/paper-kinds';
import type { PaperRefusal } from '../rules/paper-refusals';
import { checkPaper } from './check-paper';

export type PaperUpload = PaperSubject & {
  /** The printed form that was asked for; null for a plain paper (licence, ID), in which no code is looked for. */
  readonly kind: PaperKind | null;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Stands beside the file: `registration-paper`, `change-paper`. */
  readonly purpose: string;
};

export type ReceivedPaper = StoredUpload & { readonly check: PaperCheck | null };

/**
 * Takes an uploaded paper in: looked through, kept (HEIC as the JPEG made of it), and a printed form compared with what
 * was issued. What is refused by `check` is kept all the same, so that the clerk sees what was taken for another form;
 * whether it may stand for the paper is `check.mayKeep`. Whose the subject is, is the caller's to ask.
 */
export async function receivePaper(
  ctx: Context,
  { kind, bytes, name, purpose, ...subject }: PaperUpload,
  owner: UploadOwner,
): Promise<Result<ReceivedPaper, FileRefusal | PaperRefusal>> {
  const stored = await storeUpload(ctx, { bytes, name, purpose }, owner);
  if (!stored.ok) return stored;
  if (kind === null) return ok({ ...stored.value, check: null });
  const file = await fileFor(ctx, stored.value.fileId, 'kept', () => true);
  const kept = (await file?.bytes()) ?? bytes;
  const check = await checkPaper(ctx, { ...subject, kind, bytes: kept });
  return check.ok ? ok({ ...stored.value, check: check.value }) : check;
}
