import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { usedBytes } from './attachment-store';
import { uploadPlaceSchema, type BesidePapers, type FormerFile } from './rules/place-of-upload';
import { standingOf } from './store';

/** What the page of the papers shows beside the draft: unfinished and former files, and what is being checked. */
export async function besidePapers(ctx: Context<EnterpriseActor>, applicationId: string): Promise<BesidePapers> {
  const row = await standingOf(ctx.db, applicationId);
  if (!row) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', row);
  const attachments = await ctx.db.attachment.findMany({
    where: { applicationId },
    include: { file: { select: { originalName: true, scanState: true } } },
    orderBy: { removedAt: 'desc' },
  });
  const isBad = ({ file }: (typeof attachments)[number]) => file.scanState === 'INFECTED';
  const live = attachments.filter(({ removedAt }) => removedAt === null);
  const waiting = live.filter(({ file }) => file.scanState === 'PENDING');
  return {
    unfinished: await unfinished(ctx, applicationId),
    former: attachments.filter((one) => one.removedAt !== null && !isBad(one)).map(formerFile),
    scans: Object.fromEntries(waiting.map(({ fileId }) => [fileId, 'pending' as const])),
    infected: live.filter(isBad).map(formerFile),
    usedBytes: await usedBytes(ctx.db, applicationId, ctx.now),
  };
}

async function unfinished(ctx: Context<EnterpriseActor>, subjectId: string): Promise<BesidePapers['unfinished']> {
  const rows = await ctx.db.uploadInParts.findMany({
    where: { subjectId, fileId: null, expiresAt: { gt: ctx.now } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, place, name, sizeBytes, receivedBytes, fingerprint, uploadedBy }) => ({
    ...uploadPlaceSchema.parse(place),
    ...{ uploadId: id, name, sizeBytes, receivedBytes, fingerprint },
    isMine: uploadedBy === ctx.actor.id,
  }));
}

function formerFile(row: {
  readonly id: string;
  readonly requirementId: string;
  readonly talentId: string | null;
  readonly fileId: string;
  readonly replacedById: string | null;
  readonly removedAt: Date | null;
  readonly createdAt: Date;
  readonly file: { readonly originalName: string };
}): FormerFile {
  const { id, requirementId, talentId, fileId, replacedById, removedAt, createdAt, file } = row;
  return {
    ...{ attachmentId: id, requirementId, talentId, fileId, fileName: file.originalName },
    isReplaced: replacedById !== null,
    removedAt: (removedAt ?? createdAt).toISOString(),
  };
}
