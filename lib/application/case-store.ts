import 'server-only';
import type { Db } from '@/lib/db/client';

export const myRows = (db: Db, enterpriseId: string) =>
  db.application.findMany({
    where: { enterpriseId, discardedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    include: {
      programme: { select: { name: true } },
      extension: { select: { status: true } },
      _count: { select: { talents: { where: { removedAt: null } } } },
    },
  });

/** What happened to a case as its status tells, and what was asked for: the steps that the enterprise may see. */
export const timelineRows = (db: Db, id: string) =>
  db.auditEntry.findMany({
    where: {
      subjectKind: 'application',
      subjectId: id,
      OR: [
        { fromStatus: { not: null } },
        { action: { in: ['application.askExtension', 'application.refuseExtension'] } },
      ],
      NOT: {
        action: {
          in: [
            'application.releaseFirst',
            'application.lapseFirst',
            'application.releaseFinal',
            'application.lapseFinal',
            'application.proposeRejection',
          ],
        },
      },
    },
    orderBy: { sequence: 'desc' },
    select: { at: true, word: true, actorKind: true, detail: true },
  });

export const submissionsOf = (db: Db, applicationId: string) =>
  db.submission.findMany({
    where: { applicationId },
    orderBy: { number: 'desc' },
    select: { number: true, submittedAt: true, snapshot: true },
  });

/** The notice on which a case stands now or stood last. */
export const noticeOfCase = (db: Db, applicationId: string) =>
  db.publicNotice.findFirst({
    where: { entries: { some: { applicationId } }, status: { in: ['PUBLISHED', 'ENDED'] } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, endsOn: true },
  });

/** The money's own page, once there is one. */
export async function liveDisbursementOf(db: Db, applicationId: string): Promise<string | null> {
  const row = await db.disbursement.findFirst({
    where: { applicationId, status: { not: 'CANCELLED' } },
    orderBy: { openedAt: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}
