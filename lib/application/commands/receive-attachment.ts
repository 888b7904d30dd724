import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import { versionById } from '@/lib/programme/queries';
import { MEDIA_TYPES, type MediaType } from '@/lib/files/rules/media-types';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { readBounded } from '@/lib/files/reading/read-bounded';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { storeUpload, type StoredUpload } from '@/lib/files/commands/store-upload';
import { decideEdit } from '../rules/decide-submission';
import type { ApplicationRefusal } from '../rules/refusals';
import * as files from '../attachment-store';
import { attachFile, type Attached } from './attach-file';
import { editCase, ownApplication, type EditingRefusal } from './editing';

export const attachmentPlaceSchema = z.strictObject({
  applicationId: z.uuid(),
  requirementId: z.string().min(1).max(40),
  talentId: z.uuid().nullable(),
  replaces: z.uuid().optional(),
  name: z.string().max(1000),
});
type Input = z.infer<typeof attachmentPlaceSchema>;

export type ReceiveRefusal =
  | EditingRefusal
  | FileRefusal
  | Extract<ApplicationRefusal, { code: 'file-too-many' | 'file-not-asked-for' | 'application-full' }>;

/**
 * One uploaded file from the wire to its place: attached is saved. Whose application it is and whether it can be
 * edited is asked before a byte is read; the stream is counted while it is read.
 */
export async function receiveAttachment(
  ctx: Context<EnterpriseActor>,
  input: Input,
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<StoredUpload & Attached & { revision: number }, ReceiveRefusal>> {
  const accept = await acceptedAt(ctx, input);
  if (!accept.ok) return accept;
  const bytes = await readBounded(body, MAX_FILE_BYTES);
  if (!bytes.ok) return bytes;
  const { name, ...place } = input;
  const owner = { enterpriseId: ctx.actor.enterpriseId, uploadedBy: ctx.actor.id };
  const upload = { bytes: bytes.value, name, purpose: 'attachment', accept: accept.value };
  const stored = await storeUpload(ctx, upload, owner);
  if (!stored.ok) return stored;
  const attached = await attachFile(ctx, { ...place, fileId: stored.value.fileId });
  return attached.ok ? ok({ ...stored.value, ...attached.value }) : attached;
}

async function acceptedAt(
  ctx: Context<EnterpriseActor>,
  input: Input,
): Promise<Result<readonly MediaType[], ReceiveRefusal>> {
  const own = await ownApplication(ctx, input.applicationId, 'application.edit');
  if (!own.ok) return own;
  const editable = decideEdit(await editCase(ctx, own.value));
  if (!editable.ok) return editable;
  if ((await files.roomLeft(ctx.db, own.value.id)) <= 0) return refuse({ code: 'application-full' });
  const { config } = await versionById(ctx, own.value.programmeVersionId);
  const requirement = config.requirements.find(({ id }) => id === input.requirementId);
  if (!requirement) return refuse({ code: 'file-not-asked-for' });
  return ok(MEDIA_TYPES.filter((type) => requirement.accept.includes(type)));
}
