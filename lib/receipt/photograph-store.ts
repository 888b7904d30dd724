import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { Prisma } from '@/prisma/generated/client';

/** The photograph that stands submitted for a receipt version: neither taken back nor returned. */
export const submittedPhotograph = (db: Db, receiptId: string) =>
  db.receiptPhotograph.findFirst({
    where: {
      receiptId,
      submittedAt: { not: null },
      takenBackAt: null,
      OR: [{ decision: null }, { decision: 'ACCEPTED' }],
    },
  });

export const photographById = (db: Db, id: string) =>
  db.receiptPhotograph.findUnique({ where: { id }, include: { receipt: { include: { disbursement: true } } } });

export async function insertPhotograph(
  db: Db,
  row: Omit<Prisma.ReceiptPhotographUncheckedCreateInput, 'id'>,
): Promise<string> {
  const id = newId();
  await db.receiptPhotograph.create({ data: { id, ...row } });
  return id;
}

export async function markSubmitted(db: Db, id: string, at: Date): Promise<void> {
  await db.receiptPhotograph.updateMany({ where: { id, submittedAt: null }, data: { submittedAt: at } });
}

export async function markTakenBack(db: Db, id: string, at: Date): Promise<void> {
  await db.receiptPhotograph.updateMany({ where: { id, takenBackAt: null }, data: { takenBackAt: at } });
}

/** Remembers who of finance opened it first; from then on it cannot be taken back. True for the first one. */
export async function markOpened(db: Db, id: string, staffId: string, at: Date): Promise<boolean> {
  const { count } = await db.receiptPhotograph.updateMany({
    where: { id, openedAt: null },
    data: { openedAt: at, openedById: staffId },
  });
  return count === 1;
}

export async function markDecided(
  db: Db,
  id: string,
  row: { decision: 'ACCEPTED' | 'RETURNED'; decidedById: string; decidedAt: Date; decisionReason: string | null },
): Promise<void> {
  await db.receiptPhotograph.update({ where: { id }, data: row });
}
