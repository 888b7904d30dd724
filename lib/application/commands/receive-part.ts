import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { dropParts } from '@/lib/files/commands/drop-parts';
import { takePart } from '@/lib/files/commands/take-part';
import type { PartsRefusal } from '@/lib/files/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { uploadOf, type UploadRow } from '../attachment-store';
import { ownApplication } from './editing';

/** One part of a file on its way; only for the person who began it, while the application is his to edit. */
export async function receivePart(
  ctx: Context<EnterpriseActor>,
  { uploadId, offset }: { readonly uploadId: string; readonly offset: number },
  body: ReadableStream<Uint8Array> | null,
): Promise<
  Result<{ readonly receivedBytes: number }, CommonRefusal | Extract<PartsRefusal, { code: 'part-not-next' }>>
> {
  const own = await editableUpload(ctx, uploadId);
  return own.ok ? takePart(ctx, own.value, offset, body) : own;
}

/** Stops a file on its way (取消) and forgets what has come of it. */
export async function cancelUpload(
  ctx: Context<EnterpriseActor>,
  uploadId: string,
): Promise<Result<undefined, CommonRefusal>> {
  const own = await editableUpload(ctx, uploadId);
  if (!own.ok) return own;
  await dropParts(ctx, own.value, 'cancelled');
  return ok();
}

/** The upload of this id, if this person began it. */
export async function editableUpload(
  ctx: Context<EnterpriseActor>,
  uploadId: string,
): Promise<Result<UploadRow, CommonRefusal>> {
  const upload = await uploadOf(ctx.db, uploadId);
  if (!upload) return refuse({ code: 'not-found' });
  const own = await ownApplication(ctx, upload.subjectId, 'application.edit');
  if (!own.ok) return own;
  const isGoingOn = upload.uploadedBy === ctx.actor.id && upload.expiresAt > ctx.now;
  return isGoingOn ? ok(upload) : refuse({ code: 'not-found' });
}
