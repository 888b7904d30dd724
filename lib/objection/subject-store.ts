import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';

/** The enterprise of a case that stands in this notice; null when it does not. */
export async function enterpriseOfCase(db: Db, noticeId: string, applicationId: string): Promise<string | null> {
  const row = await db.noticeEntry.findFirst({
    where: { noticeId, applicationId },
    select: { application: { select: { enterpriseId: true } } },
  });
  return row?.application.enterpriseId ?? null;
}

/** The lines of a notice at these places that still stand. */
export const entriesAt = (db: Db, noticeId: string, places: readonly number[]) =>
  db.noticeEntry.findMany({
    where: { noticeId, position: { in: [...places] }, withdrawnAt: null },
    select: { id: true, applicationId: true, talentId: true },
  });

export async function writeOutcome(
  db: Db,
  objectionId: string,
  applicationId: string,
  outcome: 'STOPPED' | 'RECORDED',
): Promise<void> {
  await db.objectionSubject.updateMany({ where: { objectionId, applicationId }, data: { outcome } });
}

export async function insertNote(db: Db, note: { objectionId: string; byId: string; at: Date; text: string }) {
  await db.objectionNote.create({ data: { id: newId(), ...note } });
}

/** Marks a hint as looked into, once; false when somebody did. */
export async function closeClue(db: Db, id: string, seen: { seenById: string; seenAt: Date; result: string }) {
  const { count } = await db.clue.updateMany({ where: { id, seenAt: null }, data: seen });
  return count === 1;
}
