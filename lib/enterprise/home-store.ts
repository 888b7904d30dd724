import 'server-only';
import type { ApplicationStatus, DisbursementStatus } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';

export type CaseStatus = ApplicationStatus;
export type PayStatus = DisbursementStatus;

/** States in which the next act may be the enterprise's. */
export const WAITS_FOR_ENTERPRISE: readonly PayStatus[] = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
  'PAYMENT_FAILED',
];

const programme = {
  select: { name: true, years: { select: { year: true, opensOn: true, closesOn: true } } },
} as const;

/** Drafts and returned applications that nothing holds. */
export const editableCases = (db: Db, enterpriseId: string) =>
  db.application.findMany({
    where: { enterpriseId, status: { in: ['DRAFT', 'RETURNED'] }, discardedAt: null, holdReason: null },
    select: {
      id: true,
      status: true,
      number: true,
      programmeYear: true,
      returnDeadline: true,
      updatedAt: true,
      programme,
      submissionCount: true,
      comments: { where: { withdrawnAt: null, sentAt: { not: null } }, select: { submissionNumber: true } },
    },
  });
export type EditableRow = Awaited<ReturnType<typeof editableCases>>[number];

export const waitingDisbursements = (db: Db, enterpriseId: string) =>
  db.disbursement.findMany({
    where: { enterpriseId, status: { in: [...WAITS_FOR_ENTERPRISE] } },
    select: {
      id: true,
      status: true,
      amountFen: true,
      receiptNumber: true,
      openedAt: true,
      lastActAt: true,
      failureCause: true,
      holdReason: true,
      reminders: { select: { key: true, at: true } },
      pauses: { select: { since: true, until: true } },
      lines: { where: { state: 'LEFT_DECLARED' }, select: { id: true } },
      missing: { where: { resolvedAt: null }, select: { character: true }, take: 1 },
      application: {
        select: {
          number: true,
          holdReason: true,
          talents: {
            where: { removedAt: null, holdReason: { not: null } },
            select: { name: true, holdReason: true },
          },
          programme: { select: { name: true } },
          programmeVersionId: true,
        },
      },
    },
  });
export type WaitingRow = Awaited<ReturnType<typeof waitingDisbursements>>[number];

const OVER = ['WITHDRAWN', 'EXPIRED', 'REJECTED', 'COMPLETED', 'CLOSED_UNPAID'] as const;

/** Cases that have not come to an end, and how many there are in all. */
export async function liveCases(db: Db, enterpriseId: string, most: number) {
  const where = { enterpriseId, status: { notIn: [...OVER] }, discardedAt: null };
  const [count, rows] = await Promise.all([
    db.application.count({ where }),
    db.application.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: most,
      select: {
        id: true,
        status: true,
        number: true,
        programmeYear: true,
        returnDeadline: true,
        updatedAt: true,
        holdReason: true,
        expectedFen: true,
        approvedFen: true,
        programme,
        _count: { select: { talents: { where: { removedAt: null } } } },
        disbursements: { orderBy: { openedAt: 'desc' }, take: 1, select: { status: true } },
      },
    }),
  ]);
  return { count, rows };
}
export type LiveRow = Awaited<ReturnType<typeof liveCases>>['rows'][number];

/** One line per message: each goes out by mail and by SMS, the mail has the subject. */
export const messagesOf = (db: Db, enterpriseId: string, most: number) =>
  db.message.findMany({
    where: { enterpriseId, channel: 'MAIL' },
    orderBy: { createdAt: 'desc' },
    take: most,
    select: { id: true, subject: true, createdAt: true, applicationId: true },
  });

/** Submitted cases of a programme year with what was approved, for the year's sums. */
export const casesOfYear = (db: Db, enterpriseId: string, year: number) =>
  db.application.findMany({
    where: { enterpriseId, programmeYear: year, number: { not: null }, status: { not: 'WITHDRAWN' } },
    select: {
      status: true,
      expectedFen: true,
      approvedFen: true,
      programmeId: true,
      programmeVersionId: true,
      programme: { select: { name: true } },
      disbursements: { where: { status: 'PAID' }, select: { amountFen: true } },
    },
  });

/** Cases on which the office wrote something that nobody of the enterprise has read. */
export const unreadCases = (db: Db, enterpriseId: string) =>
  db.$queryRaw<{ id: string; number: string; programme: string; count: number }[]>`
    SELECT a.id, a.number, p.name AS programme, count(*)::int AS count
    FROM application a
    JOIN case_message m ON m.application_id = a.id AND m.side = 'STAFF'
    JOIN programme p ON p.id = a.programme_id
    LEFT JOIN case_message_read r ON r.application_id = a.id AND r.side = 'ENTERPRISE'
    WHERE a.enterprise_id = ${enterpriseId}::uuid AND (r.read_at IS NULL OR m.created_at > r.read_at)
    GROUP BY a.id, p.id ORDER BY min(m.created_at) LIMIT 50`;
