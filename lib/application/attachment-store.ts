import 'server-only';
import type { Db } from '@/lib/db/client';
import { MAX_APPLICATION_BYTES } from './rules/upload-limits';

export const ownFile = (db: Db, id: string, enterpriseId: string) =>
  db.storedFile.findFirst({ where: { id, enterpriseId, scanState: { not: 'INFECTED' } } });

export const hashOf = async (db: Db, fileId: string): Promise<string> =>
  (await db.storedFile.findUniqueOrThrow({ where: { id: fileId }, select: { sha256: true } })).sha256;

/** What may still be uploaded to an application, in bytes: what is on its way takes room like what has come. */
export async function roomLeft(db: Db, applicationId: string, now: Date): Promise<number> {
  return MAX_APPLICATION_BYTES - (await usedBytes(db, applicationId, now));
}

export async function usedBytes(db: Db, applicationId: string, now: Date): Promise<number> {
  const files = await db.storedFile.aggregate({
    where: { attachments: { some: { applicationId, removedAt: null } } },
    _sum: { sizeBytes: true },
  });
  const moving = await db.uploadInParts.aggregate({
    where: { subjectId: applicationId, fileId: null, expiresAt: { gt: now } },
    _sum: { sizeBytes: true },
  });
  return (files._sum.sizeBytes ?? 0) + (moving._sum.sizeBytes ?? 0);
}

type PlaceRow = { readonly applicationId: string; readonly requirementId: string; readonly talentId: string | null };

/** The live attachments in one place, in order. */
export const attachmentsAt = (db: Db, { applicationId, requirementId, talentId }: PlaceRow) =>
  db.attachment.findMany({
    where: { applicationId, requirementId, talentId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { file: { select: { sha256: true } } },
  });

export const liveAttachment = (db: Db, id: string, applicationId: string) =>
  db.attachment.findFirst({ where: { id, applicationId, removedAt: null } });

export const removedAttachment = (db: Db, id: string, applicationId: string) =>
  db.attachment.findFirst({
    where: { id, applicationId, removedAt: { not: null }, file: { scanState: { not: 'INFECTED' } } },
  });

/** The live attachments of an application whose bytes have this hash, with whose they are. */
export const attachmentsOfBytes = (db: Db, applicationId: string, sha256: string) =>
  db.attachment.findMany({
    where: {
      applicationId,
      removedAt: null,
      file: { sha256 },
      OR: [{ talentId: null }, { talent: { removedAt: null } }],
    },
    include: { talent: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });

/** Other applications of the same enterprise that hold these bytes; never another enterprise's. */
export const othersWithBytes = (db: Db, enterpriseId: string, applicationId: string, sha256: string) =>
  db.application.findMany({
    where: {
      enterpriseId,
      id: { not: applicationId },
      discardedAt: null,
      attachments: { some: { removedAt: null, file: { sha256 } } },
    },
    select: { number: true, programmeYear: true, programme: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 3,
  });
export type OtherApplication = Awaited<ReturnType<typeof othersWithBytes>>[number];

/** Several attachments in one statement. */
export async function insertAttachments(
  db: Db,
  rows: readonly (PlaceRow & {
    readonly id: string;
    readonly fileId: string;
    readonly position: number;
    readonly createdAt: Date;
  })[],
): Promise<void> {
  if (rows.length > 0) await db.attachment.createMany({ data: [...rows] });
}

export async function insertAttachment(
  db: Db,
  row: PlaceRow & { readonly id: string; readonly fileId: string; readonly position: number; readonly createdAt: Date },
): Promise<void> {
  await db.attachment.create({ data: row });
}

/** Takes a file from its place. `replacedById`: what took its place. False when it was not there. */
export async function removeAttachment(
  db: Db,
  id: string,
  applicationId: string,
  given: { readonly at: Date; readonly replacedById?: string },
): Promise<boolean> {
  const data = { removedAt: given.at, replacedById: given.replacedById ?? null };
  return (await db.attachment.updateMany({ where: { id, applicationId, removedAt: null }, data })).count > 0;
}

export async function putBack(db: Db, id: string, position: number): Promise<void> {
  await db.attachment.update({ where: { id }, data: { removedAt: null, replacedById: null, position } });
}

export async function setPosition(db: Db, id: string, position: number): Promise<void> {
  await db.attachment.update({ where: { id }, data: { position } });
}

export const uploadOf = (db: Db, id: string) => db.uploadInParts.findUnique({ where: { id } });
export type UploadRow = NonNullable<Awaited<ReturnType<typeof uploadOf>>>;

/** Of an upload that has not sent anything yet. */
export async function forgetUpload(db: Db, id: string): Promise<void> {
  await db.uploadInParts.deleteMany({ where: { id, receivedBytes: 0 } });
}
