import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { finishParts } from '@/lib/files/commands/finish-parts';
import { MEDIA_TYPES } from '@/lib/files/rules/media-types';
import type { FileRefusal, PartsRefusal } from '@/lib/files/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { versionById } from '@/lib/programme/queries';
import * as files from '../attachment-store';
import { decideEdit } from '../rules/decide-submission';
import type { ApplicationRefusal } from '../rules/refusals';
import { attachFile, type Attached } from './attach-file';
import { whereElse } from './attached-elsewhere';
import { editCase, ownApplication, type EditingRefusal } from './editing';
import { editableUpload } from './receive-part';
import { uploadPlaceSchema } from '../rules/place-of-upload';

export type FinishRefusal =
  | EditingRefusal
  | FileRefusal
  | PartsRefusal
  | Extract<
      ApplicationRefusal,
      { code: 'file-too-many' | 'file-not-asked-for' | 'application-full' | 'file-already-attached' }
    >;

export type Finished = Attached & {
  readonly revision: number;
  readonly fileId: string;
  /** Other applications of the enterprise that hold the same file, in words; for information. */
  readonly alsoIn: readonly string[];
};

/**
 * An upload whose parts are all there becomes a file in its place: attached is saved. May be asked again when the answer
 * was lost; it attaches once. What is whole stays whole when its place is refused, and is attached when there is room.
 */
export async function finishUpload(
  ctx: Context<EnterpriseActor>,
  { uploadId, again = false }: { readonly uploadId: string; readonly again?: boolean },
): Promise<Result<Finished, FinishRefusal>> {
  const upload = await editableUpload(ctx, uploadId);
  if (!upload.ok) return upload;
  const applicationId = upload.value.subjectId;
  const own = await ownApplication(ctx, applicationId, 'application.edit');
  if (!own.ok) return own;
  const editable = decideEdit(await editCase(ctx, own.value));
  if (!editable.ok) return editable;
  const place = uploadPlaceSchema.parse(upload.value.place);
  const { config } = await versionById(ctx, own.value.programmeVersionId);
  const requirement = config.requirements.find(({ id }) => id === place.requirementId);
  if (!requirement) return refuse({ code: 'file-not-asked-for' });
  const accept = MEDIA_TYPES.filter((type) => requirement.accept.includes(type));
  const stored = await finishParts(ctx, upload.value, { purpose: 'attachment', accept });
  if (!stored.ok) return stored;
  const { fileId } = stored.value;
  const sha256 = await files.hashOf(ctx.db, fileId);
  const where = again ? null : await whereElse(ctx, { applicationId, sha256, config, place });
  if (where) return refuse({ code: 'file-already-attached', where });
  const { replaces, ...at } = place;
  const attached = await attachFile(ctx, { applicationId, ...at, fileId, replaces: replaces ?? undefined });
  if (!attached.ok) return attached;
  const alsoIn = await files.othersWithBytes(ctx.db, ctx.actor.enterpriseId, applicationId, sha256);
  return ok({ ...attached.value, fileId, alsoIn: alsoIn.map(nameOfOther) });
}

function nameOfOther({ programmeYear, number, programme }: files.OtherApplication): string {
  return `${programmeYear} 年度${programme.name}${number ? `（${number}）` : '（草稿）'}`;
}
