import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { Kept } from './rules/snapshot';

/** Takes the notice for this transaction, so that its snapshots, its end and what is said against it come one by one. */
export async function lockNotice(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM public_notice WHERE id = ${id}::uuid FOR UPDATE`;
}

export const lastSnapshot = (db: Db, noticeId: string) =>
  db.noticeSnapshot.findFirst({ where: { noticeId }, orderBy: { sequence: 'desc' } });

export async function insertSnapshot(db: Db, row: Kept): Promise<void> {
  const { content, takenAt, ...columns } = row;
  await db.noticeSnapshot.create({
    data: { id: newId(), ...columns, takenAt: new Date(takenAt), content: content as Prisma.InputJsonValue },
  });
}

/** Every snapshot of a notice as it stands in the table, the first one first. */
export async function snapshotsOf(db: Db, noticeId: string): Promise<(Kept & { readonly id: string })[]> {
  const rows = await db.noticeSnapshot.findMany({ where: { noticeId }, orderBy: { sequence: 'asc' } });
  return rows.map(({ takenAt, ...row }) => ({ ...row, takenAt: takenAt.toISOString() }));
}

export const snapshotById = (db: Db, id: string) =>
  db.noticeSnapshot.findUnique({ where: { id }, include: { notice: { select: { number: true } } } });

/** Running notices of which nothing was kept today; the day on which one opens is kept by its opening. */
export const withoutSnapshot = (db: Db, day: string) =>
  db.publicNotice.findMany({
    where: {
      status: 'PUBLISHED',
      startsOn: { lt: day },
      endsOn: { gte: day },
      snapshots: { none: { kind: 'DAILY', day } },
    },
    select: { id: true },
  });
