import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { Prisma } from '@/prisma/generated/client';

export async function insertPhotograph(
  db: Db,
  row: Omit<Prisma.ReceiptPhotographUncheckedCreateInput, 'id'>,
): Promise<string> {
  const id = newId();
  await db.receiptPhotograph.create({ data: { id, ...row } });
  return id;
}

/** True when it was this call that submitted it: a photograph is submitted once. */
export async function markSubmitted(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.receiptPhotograph.updateMany({
    where: { id, submittedAt: null },
    data: { submittedAt: at },
  });
  return count === 1;
}

/** True when it was taken back; false when finance has opened it, or it was taken back before. */
export async function markTakenBack(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.receiptPhotograph.updateMany({
    where: { id, takenBackAt: null, openedAt: null },
    data: { takenBackAt: at },
  });
  return count === 1;
}

/** Remembers who of finance opened it first; from then on it cannot be taken back. True for the first one. */
export async function markOpened(db: Db, id: string, staffId: string, at: Date): Promise<boolean> {
  const { count } = await db.receiptPhotograph.updateMany({
    where: { id, openedAt: null, takenBackAt: null },
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

/** Takes back the word on the photograph that was accepted; who gave it stays in the log. */
export async function markUndecided(db: Db, receiptId: string): Promise<void> {
  const data = { decision: null, decidedById: null, decidedAt: null, decisionReason: null };
  await db.receiptPhotograph.updateMany({ where: { receiptId, decision: 'ACCEPTED', takenBackAt: null }, data });
}
