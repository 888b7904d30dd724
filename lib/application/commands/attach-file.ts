import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { acceptedWords, MEDIA_TYPES } from '@/lib/files/rules/media-types';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { decidePlace, type Place, type PlaceRefusal } from '../rules/place-file';
import type { ApplicationRefusal } from '../rules/refusals';
import * as files from '../attachment-store';
import { editing, type Editing, type EditingRefusal } from './editing';
import { draftAt } from './draft-at';

export type AttachInput = Place & {
  readonly applicationId: string;
  readonly fileId: string;
  /** The attachment whose place it takes (替换). */
  readonly replaces?: string | undefined;
};

type Refusal =
  | EditingRefusal
  | PlaceRefusal
  | Extract<FileRefusal, { code: 'file-type-not-accepted' }>
  | Extract<ApplicationRefusal, { code: 'application-full' }>;
export type Attached = { readonly attachmentId: string };

/**
 * Puts a stored file in its place among the papers. Sending the same bytes to the same place again answers the one that
 * is there, so that a repeated upload does not double it. Refuses what the answers do not ask for, one file too many,
 * a kind that is not taken there, and more than an application may hold.
 */
export async function attachFile(
  ctx: Context<EnterpriseActor>,
  input: AttachInput,
): Promise<Result<Attached & { revision: number }, Refusal>> {
  return editing<Attached, Refusal>(ctx, input.applicationId, (tx, at) => put(tx, at, input));
}

async function put(tx: Context<EnterpriseActor>, at: Editing, input: AttachInput): Promise<Result<Attached, Refusal>> {
  const file = await files.ownFile(tx.db, input.fileId, tx.actor.enterpriseId);
  if (!file) return refuse({ code: 'not-found' });
  const standing = await files.attachmentsAt(tx.db, input);
  const same = standing.find((one) => one.file.sha256 === file.sha256);
  if (same) return ok({ attachmentId: same.id });
  const replaced = standing.find(({ id }) => id === input.replaces);
  if (input.replaces && !replaced) return refuse({ code: 'not-found' });
  const attachmentId = newId();
  if (replaced) {
    const given = { at: tx.now, replacedById: attachmentId };
    await files.removeAttachment(tx.db, replaced.id, input.applicationId, given);
  }
  const place = decidePlace(await draftAt(tx, at), at.config, input);
  if (!place.ok) return place;
  const accept = MEDIA_TYPES.filter((type) => place.value.accept.includes(type));
  if (!accept.some((type) => type === file.mediaType)) {
    return refuse({ code: 'file-type-not-accepted', accepted: acceptedWords(accept) });
  }
  if ((await files.roomLeft(tx.db, input.applicationId, tx.now)) < file.sizeBytes) {
    return refuse({ code: 'application-full' });
  }
  const { applicationId, requirementId, talentId, fileId } = input;
  await files.insertAttachment(tx.db, {
    ...{ id: attachmentId, applicationId, requirementId, talentId, fileId },
    position: replaced?.position ?? (standing.at(-1)?.position ?? 0) + 1,
    createdAt: tx.now,
  });
  return ok({ attachmentId });
}
