import 'server-only';
import { z } from 'zod';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';

/** A case with all that stopping a talent touches, its row locked until the end of the transaction. */
export async function caseForStop(db: Db, id: string) {
  await db.$queryRaw`SELECT id FROM application WHERE id = ${id}::uuid FOR UPDATE`;
  const fallen = await db.disbursementLine.findMany({
    where: { state: 'FALLEN_AWAY', disbursement: { applicationId: id } },
    select: { talentId: true },
  });
  const row = await db.application.findUnique({
    where: { id },
    select: {
      ...{ id: true, number: true, status: true, version: true, awardLines: true },
      ...{ enterpriseId: true, programmeId: true, programmeYear: true },
      disbursements: {
        where: { status: { notIn: ['CANCELLED', 'LAPSED', 'FALLEN_AWAY'] } },
        select: { id: true },
      },
    },
  });
  return row && { ...row, fallen: new Set(fallen.map(({ talentId }) => talentId)) };
}

export type CaseForStop = NonNullable<Awaited<ReturnType<typeof caseForStop>>>;

/** Writes the lines and the sum that are left; the row is locked, so that nobody changed it since. Answers its version. */
export async function writeAward(db: Db, row: CaseForStop, lines: unknown, leftFen: number): Promise<number> {
  const version = row.version + 1;
  await db.application.update({
    where: { id: row.id },
    data: {
      awardLines: lines as Prisma.InputJsonValue,
      version,
      ...(leftFen > 0 ? { approvedFen: BigInt(leftFen) } : {}),
    },
  });
  return version;
}

/** The lines on notice of these talents say 已撤出公示 from now on, and only while their list hangs out. */
export async function withdrawEntries(
  db: Db,
  applicationId: string,
  talentIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const where = {
    ...{ applicationId, talentId: { in: [...talentIds] }, withdrawnAt: null },
    notice: { status: { in: ['PUBLISHED' as const, 'ENDED' as const] } },
  };
  const rows = await db.noticeEntry.findMany({ where, select: { id: true, noticeId: true } });
  await db.noticeEntry.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { withdrawnAt: at } });
  return [...new Set(rows.map(({ noticeId }) => noticeId))];
}

export const STOP_RECORDED = 'application.recordStop';

/** Talents of this case whom two people stopped while its money was away, with the reasons, oldest first. */
export async function recordedStops(db: Db, applicationId: string): Promise<{ talentId: string; reason: string }[]> {
  const rows = await db.auditEntry.findMany({
    where: { subjectKind: 'application', subjectId: applicationId, action: STOP_RECORDED },
    orderBy: { sequence: 'asc' },
    select: { detail: true },
  });
  return rows.flatMap(({ detail }) => {
    const { why, talentIds } = stopDetail.parse(detail);
    return talentIds.map((talentId) => ({ talentId, reason: why }));
  });
}

const stopDetail = z.object({ why: z.string(), talentIds: z.array(z.string()) });
