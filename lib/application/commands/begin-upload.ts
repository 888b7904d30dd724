import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { beginParts, type PartsBegun } from '@/lib/files/commands/begin-parts';
import type { FileRefusal, PartsRefusal } from '@/lib/files/rules/refusals';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { versionById } from '@/lib/programme/queries';
import * as files from '../attachment-store';
import { decideEdit } from '../rules/decide-submission';
import { uploadPlaceSchema } from '../rules/place-of-upload';
import type { ApplicationRefusal } from '../rules/refusals';
import { whereElse } from './attached-elsewhere';
import { editCase, ownApplication, type EditingRefusal } from './editing';

export const beginUploadSchema = uploadPlaceSchema.extend({
  applicationId: z.uuid(),
  name: z.string().max(1000),
  sizeBytes: z.number().int().min(0),
  fingerprint: z.string().min(8).max(200),
  /** The clerk was told that the file is attached elsewhere in this application, and wants it here too. */
  again: z.boolean().default(false),
});
type Input = z.infer<typeof beginUploadSchema>;

type Refusal =
  | EditingRefusal
  | PartsRefusal
  | FileRefusal
  | Extract<ApplicationRefusal, { code: 'file-not-asked-for' | 'application-full' | 'file-already-attached' }>;

/**
 * Begins or goes on with a file that comes in parts. Whose application it is, whether it can be edited, whether there is
 * room and whether the very file is attached already is asked before a byte is sent.
 */
export async function beginUpload(
  ctx: Context<EnterpriseActor>,
  { applicationId, name, sizeBytes, fingerprint, again, ...place }: Input,
): Promise<Result<PartsBegun, Refusal>> {
  const own = await ownApplication(ctx, applicationId, 'application.edit');
  if (!own.ok) return own;
  const editable = decideEdit(await editCase(ctx, own.value));
  if (!editable.ok) return editable;
  const { config } = await versionById(ctx, own.value.programmeVersionId);
  if (!config.requirements.some(({ id }) => id === place.requirementId)) return refuse({ code: 'file-not-asked-for' });
  if (sizeBytes > MAX_FILE_BYTES) return refuse({ code: 'file-too-large' });
  const where = again ? null : await whereElse(ctx, { applicationId, sha256: fingerprint, config, place });
  if (where) return refuse({ code: 'file-already-attached', where });
  const owner = { enterpriseId: ctx.actor.enterpriseId, uploadedBy: ctx.actor.id };
  const begun = await beginParts(ctx, { subjectId: applicationId, place, name, sizeBytes, fingerprint }, owner);
  if (!begun.ok) return begun;
  // Counted with itself: what is on its way takes room like what has come.
  if ((await files.roomLeft(ctx.db, applicationId, ctx.now)) >= 0) return ok(begun.value);
  if (begun.value.receivedBytes === 0) await files.forgetUpload(ctx.db, begun.value.uploadId);
  return refuse({ code: 'application-full' });
}
