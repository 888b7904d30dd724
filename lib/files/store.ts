import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { enqueue } from '@/lib/db/enqueue';

export async function insertFile(db: Db, row: Prisma.StoredFileUncheckedCreateInput): Promise<void> {
  await db.storedFile.create({ data: row });
}

export const storedFile = (db: Db, id: string) => db.storedFile.findUnique({ where: { id } });

/** Whether bytes with this hash were ever reported; asked before they are sent again. */
export async function isKnownBad(db: Db, sha256: string): Promise<boolean> {
  return (await db.storedFile.count({ where: { sha256, scanState: 'INFECTED' }, take: 1 })) > 0;
}

/** Files that no scanner has looked at yet, the oldest first. */
export const unscannedFiles = (db: Db, take: number) =>
  db.storedFile.findMany({ where: { scanState: 'PENDING' }, orderBy: { createdAt: 'asc' }, take });

export async function setScanState(db: Db, id: string, scanState: 'CLEAN' | 'INFECTED'): Promise<boolean> {
  return (await db.storedFile.updateMany({ where: { id, scanState: 'PENDING' }, data: { scanState } })).count > 0;
}

/** Asks the worker for the pages of a PDF; asking again changes nothing. */
export const askForPages = (db: Db, fileId: string) =>
  enqueue(db, 'draw-pages', { fileId }, { key: `draw-pages ${fileId}`, when: 'later' });

export async function setPages(db: Db, id: string, pageCount: number, thumbKey: string | null): Promise<void> {
  await db.storedFile.update({ where: { id }, data: { pageCount, ...(thumbKey && { thumbKey }) } });
}
