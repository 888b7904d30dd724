import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';

export type UnfinishedRow = NonNullable<Awaited<ReturnType<typeof uploadRow>>>;

export const uploadRow = (db: Db, id: string) => db.uploadInParts.findUnique({ where: { id } });

export async function insertUpload(db: Db, row: Prisma.UploadInPartsUncheckedCreateInput): Promise<void> {
  await db.uploadInParts.create({ data: row });
}

type Same = {
  readonly uploadedBy: string;
  readonly subjectId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly fingerprint: string;
};

/** Unfinished uploads of the very same file by the same person, for the same thing. */
export const sameUploads = (db: Db, same: Same, now: Date) =>
  db.uploadInParts.findMany({ where: { ...same, fileId: null, expiresAt: { gt: now } } });

export const countUnfinished = (db: Db, uploadedBy: string, now: Date) =>
  db.uploadInParts.count({ where: { uploadedBy, fileId: null, expiresAt: { gt: now } } });

/** Records a part that the store has confirmed. False when another one was recorded there meanwhile. */
export async function recordPart(
  db: Db,
  id: string,
  part: { readonly offset: number; readonly bytes: number; readonly key: string },
): Promise<boolean> {
  const { count } = await db.uploadInParts.updateMany({
    where: { id, receivedBytes: part.offset, fileId: null },
    data: { receivedBytes: part.offset + part.bytes, partKeys: { push: part.key } },
  });
  return count > 0;
}

/** The upload became this file. */
export async function recordWhole(db: Db, id: string, fileId: string): Promise<void> {
  await db.uploadInParts.update({ where: { id }, data: { fileId } });
}

export async function deleteUpload(db: Db, id: string): Promise<boolean> {
  return (await db.uploadInParts.deleteMany({ where: { id } })).count > 0;
}

export const expiredUploads = (db: Db, now: Date, take: number) =>
  db.uploadInParts.findMany({ where: { expiresAt: { lte: now } }, orderBy: { expiresAt: 'asc' }, take });
