import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';

export const noticeForChange = (db: Db, id: string) =>
  db.publicNotice.findUnique({ where: { id }, include: { entries: true } });

export const casesOfNotice = (db: Db, noticeId: string) =>
  db.application.findMany({
    where: { noticeEntries: { some: { noticeId } } },
    select: { id: true, status: true, version: true, number: true, holdSince: true },
  });

/** Approved cases that can go on a notice, with everything its lines are made of. */
export const approvedCases = (db: Db, where: { ids?: readonly string[]; programmeId?: string; year?: number }) =>
  db.application.findMany({
    where: {
      status: 'APPROVED',
      ...(where.ids ? { id: { in: [...where.ids] } } : {}),
      ...(where.programmeId ? { programmeId: where.programmeId } : {}),
      ...(where.year ? { programmeYear: where.year } : {}),
      noticeEntries: { none: { notice: { status: { in: ['DRAFT', 'PUBLISHED'] } } } },
    },
    include: { enterprise: { select: { name: true } }, programmeVersion: true, programme: { select: { name: true } } },
    orderBy: { decidedAt: 'asc' },
  });

export async function insertNotice(
  db: Db,
  notice: { number: string; programmeId: string; year: number; title: string; madeById: string; createdAt: Date },
  entries: readonly {
    applicationId: string;
    talentId: string;
    enterpriseName: string;
    shownName: string;
    categoryLabel: string;
    amountFen: number;
  }[],
): Promise<string> {
  const id = newId();
  await db.publicNotice.create({ data: { id, ...notice } });
  await db.noticeEntry.createMany({
    data: entries.map((entry, index) => ({ id: newId(), noticeId: id, position: index + 1, ...entry })),
  });
  return id;
}

export async function deleteDraftNotice(db: Db, id: string): Promise<void> {
  await db.noticeEntry.deleteMany({ where: { noticeId: id, notice: { status: 'DRAFT' } } });
  await db.publicNotice.deleteMany({ where: { id, status: 'DRAFT' } });
}

/** Published notices whose last day lies before `today`. */
export const overNotices = (db: Db, today: string) =>
  db.publicNotice.findMany({
    where: { status: 'PUBLISHED', endsOn: { lt: today } },
    select: { id: true, status: true, version: true },
  });

/** Cases still in notice although their notice has ended: they waited for an objection or a hold. */
export const waitingAfterNotice = (db: Db) =>
  db.application.findMany({
    where: {
      status: 'IN_NOTICE',
      holdSince: null,
      noticeEntries: { some: { notice: { status: 'ENDED' } }, none: { notice: { status: 'PUBLISHED' } } },
    },
    select: { id: true, status: true, version: true },
    take: 500,
  });

/** The programme version of a notice's first case: all its cases are of one programme and year. */
export async function noticeVersionId(db: Db, noticeId: string): Promise<string> {
  const row = await db.noticeEntry.findFirstOrThrow({
    where: { noticeId },
    orderBy: { position: 'asc' },
    select: { application: { select: { programmeVersionId: true } } },
  });
  return row.application.programmeVersionId;
}
