import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { NoticeLine } from './rules/lines';

export const noticeForChange = (db: Db, id: string) =>
  db.publicNotice.findUnique({ where: { id }, include: { entries: true } });

export const casesOfNotice = (db: Db, noticeId: string) =>
  db.application.findMany({
    where: { noticeEntries: { some: { noticeId } } },
    select: { id: true, status: true, version: true, number: true, holdSince: true, holdReason: true },
  });

/** Locks cases until the end of the transaction, so that two lists made at once do not hold the same one. */
export async function lockCases(db: Db, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT id FROM application WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Approved cases that stand on no list yet, with everything its lines are made of; the first decided come first. */
export const approvedCases = (
  db: Db,
  where: { ids?: readonly string[]; of?: { programmeId: string; year: number } } = {},
) =>
  db.application.findMany({
    where: {
      status: 'APPROVED',
      ...(where.ids ? { id: { in: [...where.ids] } } : {}),
      ...(where.of ? { programmeId: where.of.programmeId, programmeYear: where.of.year } : {}),
      noticeEntries: { none: { notice: { status: { in: ['DRAFT', 'PUBLISHED'] } } } },
    },
    include: { enterprise: { select: { name: true } }, programme: { select: { name: true } } },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  });

export type ApprovedCase = Awaited<ReturnType<typeof approvedCases>>[number];

export async function insertNotice(
  db: Db,
  notice: { number: string; programmeId: string; year: number; title: string; madeById: string; createdAt: Date },
  entries: readonly NoticeLine[],
): Promise<string> {
  const id = newId();
  await db.publicNotice.create({ data: { id, ...notice } });
  await insertEntries(db, id, entries, 0);
  return id;
}

/** Adds lines behind those that stand there. */
export async function insertEntries(
  db: Db,
  noticeId: string,
  entries: readonly NoticeLine[],
  after: number,
): Promise<void> {
  await db.noticeEntry.createMany({
    data: entries.map((entry, index) => ({ id: newId(), noticeId, position: after + index + 1, ...entry })),
  });
}

/** Takes the lines of these cases out of a list and closes the gaps in its numbers. */
export async function removeEntries(db: Db, noticeId: string, applicationIds: readonly string[]): Promise<void> {
  await db.noticeEntry.deleteMany({ where: { noticeId, applicationId: { in: [...applicationIds] } } });
  await db.$executeRaw`
    UPDATE notice_entry AS entry SET position = ranked.place
      FROM (SELECT id, row_number() OVER (ORDER BY position) AS place FROM notice_entry WHERE notice_id = ${noticeId}::uuid) AS ranked
     WHERE ranked.id = entry.id`;
}

type Version = { readonly id: string; readonly version: number };
type NoticeColumns = {
  proposedById?: string | null;
  proposedAt?: Date | null;
  withdrawReason?: string | null;
  withdrawProposedById?: string | null;
  withdrawProposedAt?: Date | null;
};

/** Sets columns that are no status, if nobody changed the notice since it was read; true when it was done. */
export async function setNotice(
  db: Db,
  { id, version }: Version,
  status: 'DRAFT' | 'PUBLISHED',
  data: NoticeColumns,
): Promise<boolean> {
  const where = { id, version, status };
  const { count } = await db.publicNotice.updateMany({ where, data: { ...data, version: version + 1 } });
  return count === 1;
}

/** Removes a list that was not published; false when it was published, or removed, meanwhile. */
export async function deleteDraftNotice(db: Db, { id, version }: { id: string; version: number }): Promise<boolean> {
  // The row is locked before its lines go, so that a list that is being published keeps them.
  const where = { id, version, status: 'DRAFT' as const };
  const { count } = await db.publicNotice.updateMany({ where, data: { version: version + 1 } });
  if (count === 0) return false;
  await db.noticeEntry.deleteMany({ where: { noticeId: id } });
  await db.publicNotice.delete({ where: { id } });
  return true;
}

/** The batch that a list of this programme and year gets when it is published now; the number is taken at publishing. */
export async function nextBatch(db: Db, { programmeId, year }: { programmeId: string; year: number }): Promise<number> {
  const row = await db.numberCounter.findUnique({ where: { kind_year: { kind: batchKind(programmeId), year } } });
  return (row?.last ?? 0) + 1;
}

export const batchKind = (programmeId: string) => `notice ${programmeId}`;

/** Published notices whose last day lies before `today`. */
export const overNotices = (db: Db, today: string) =>
  db.publicNotice.findMany({
    where: { status: 'PUBLISHED', endsOn: { lt: today } },
    select: { id: true, status: true, version: true },
  });

/** One that is not decided yet; its cases wait. */
const OPEN_OBJECTION = { status: { in: ['RECEIVED' as const, 'HANDLING' as const] } };

/** Cases still in notice although their notice has ended: they waited for an objection or a hold. */
export const waitingAfterNotice = (db: Db) =>
  db.application.findMany({
    where: {
      status: 'IN_NOTICE',
      holdSince: null,
      objectionSubjects: { none: { objection: OPEN_OBJECTION } },
      noticeEntries: {
        some: { notice: { status: 'ENDED' } },
        // Against a whole list: every case of it waits.
        none: {
          notice: { OR: [{ status: 'PUBLISHED' }, { objections: { some: { ...OPEN_OBJECTION, isWholeList: true } } }] },
        },
      },
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

const inOrder = { entries: { orderBy: { position: 'asc' } } } as const;
const OVER_LISTED = 20;

export const noticeById = (db: Db, id: string) => db.publicNotice.findUnique({ where: { id }, include: inOrder });

export type NoticeRow = NonNullable<Awaited<ReturnType<typeof noticeById>>>;

export const noticeByNumber = (db: Db, number: string) =>
  db.publicNotice.findUnique({ where: { number }, include: inOrder });

/** Every list that is drawn up or runs, and the last ones that are over; newest first. */
export async function recentNotices(db: Db): Promise<NoticeRow[]> {
  const live = { status: { in: ['DRAFT' as const, 'PUBLISHED' as const] } };
  const [open, over] = await Promise.all([
    db.publicNotice.findMany({ where: live, include: inOrder, orderBy: { id: 'desc' } }),
    db.publicNotice.findMany({ where: { NOT: live }, include: inOrder, orderBy: { id: 'desc' }, take: OVER_LISTED }),
  ]);
  return [...open, ...over];
}

/** Notices whose period is over, the last ended first; one whose last day has passed counts before the clock came by. */
export const endedNotices = (db: Db, today: string, most: number) =>
  db.publicNotice.findMany({
    where: { OR: [{ status: 'ENDED' }, { status: 'PUBLISHED', endsOn: { lt: today } }] },
    orderBy: [{ endsOn: 'desc' }, { id: 'desc' }],
    take: most,
    select: { title: true, startsOn: true, endsOn: true },
  });
