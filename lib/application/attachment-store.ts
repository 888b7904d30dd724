import 'server-only';
import type { Db } from '@/lib/db/client';
import { MAX_APPLICATION_BYTES } from './rules/upload-limits';

export const ownFile = (db: Db, id: string, enterpriseId: string) =>
  db.storedFile.findFirst({ where: { id, enterpriseId } });

/** What may still be uploaded to an application, in bytes. */
export async function roomLeft(db: Db, applicationId: string): Promise<number> {
  const files = await db.storedFile.aggregate({
    where: { attachments: { some: { applicationId, removedAt: null } } },
    _sum: { sizeBytes: true },
  });
  return MAX_APPLICATION_BYTES - (files._sum.sizeBytes ?? 0);
}

type PlaceRow = { readonly applicationId: string; readonly requirementId: string; readonly talentId: string | null };

/** The live attachments in one place, in order. */
export const attachmentsAt = (db: Db, { applicationId, requirementId, talentId }: PlaceRow) =>
  db.attachment.findMany({
    where: { applicationId, requirementId, talentId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { file: { select: { sha256: true } } },
  });

export const removedAttachment = (db: Db, id: string, applicationId: string) =>
  db.attachment.findFirst({ where: { id, applicationId, removedAt: { not: null } } });

export async function insertAttachment(
  db: Db,
  row: PlaceRow & { readonly id: string; readonly fileId: string; readonly position: number; readonly createdAt: Date },
): Promise<void> {
  await db.attachment.create({ data: row });
}

/** Takes a file from its place, or (null) puts it back. False when it was not there, or was there already. */
export async function removeAttachment(db: Db, id: string, applicationId: string, at: Date | null): Promise<boolean> {
  const where = { id, applicationId, removedAt: at ? null : { not: null } };
  return (await db.attachment.updateMany({ where, data: { removedAt: at } })).count > 0;
}
