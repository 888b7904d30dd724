import 'server-only';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { APPLICATION } from '@/lib/application/rules/states';
import { withoutTalents, type AfterStop } from '@/lib/application/rules/stopped';
import { changeStatus } from '@/lib/db/change-status';
import { enqueue } from '@/lib/db/enqueue';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { sumFen } from '@/lib/kernel/fen';
import { freeGrant } from '../money-store';
import { isMoneyHere } from '../rules/standing';
import { caseForStop, STOP_RECORDED, withdrawEntries, writeAward, type CaseForStop } from '../stop-store';
import { forAct } from '../store';
import { dangerousOpen } from '../unmatched-store';
import { stopInDisbursement } from './stop-in-disbursement';

/** What came of it for each talent: STOPPED, or only RECORDED because the money had left. */
export type StopOutcome = { readonly outcome: 'STOPPED' | 'RECORDED'; readonly noticeIds: readonly string[] };
type Stopped = { readonly outcome: StopOutcome['outcome']; readonly isTold: boolean };
type Answer = Result<StopOutcome, CommonRefusal>;

const RECORDED: Stopped = { outcome: 'RECORDED', isTold: true };

/**
 * Stops talents of a decided case, in the transaction of the two people who decided so: the amount sinks by what was
 * theirs and never rises, persons and room under the cap are free again. The last one ends the case; a running
 * disbursement goes on over the rest with a new receipt. While the money is away, or the bank speaks against our books, it
 * is written down; `applyRecordedStops` carries it out should the money come back.
 */
export async function stopTalents(
  tx: Context,
  input: { readonly applicationId: string; readonly talentIds: readonly string[]; readonly reason: string },
): Promise<Answer> {
  const row = await caseForStop(tx.db, input.applicationId);
  if (!row) return refuse({ code: 'not-found' });
  const after = withoutTalents(row.awardLines ?? [], input.talentIds, input.reason, row.fallen);
  if (after.stopped.length === 0) return ok({ outcome: 'STOPPED', noticeIds: [] });
  const done = await stopWhereItStands(tx, row, after, input.reason);
  if (!done.ok) return done;
  const talentIds = after.stopped.map(({ talentId }) => talentId);
  const isStopped = done.value.outcome === 'STOPPED';
  const noticeIds = isStopped ? await withdrawEntries(tx.db, row.id, talentIds, tx.now) : [];
  await tellStop(tx, row, after, input.reason, done.value);
  return ok({ outcome: done.value.outcome, noticeIds });
}

async function stopWhereItStands(
  tx: Context,
  row: CaseForStop,
  after: AfterStop,
  reason: string,
): Promise<Result<Stopped, CommonRefusal>> {
  switch (row.status) {
    case 'APPROVED':
    case 'IN_NOTICE':
    case 'CLEARED':
      return stopUnpaid(tx, row, after, reason);
    case 'DISBURSING':
      break;
    case 'COMPLETED':
    case 'CLOSED_UNPAID':
    case 'REJECTED':
      return ok(RECORDED);
    default:
      return refuse({ code: 'wrong-state', now: '重新审核中' });
  }
  const [live] = row.disbursements;
  const disbursement = live ? await forAct(tx.db, live.id) : null;
  if (!disbursement) return refuse({ code: 'somebody-was-faster' });
  const doubts = await dangerousOpen(tx.db, disbursement.id);
  if (!isMoneyHere(disbursement.status, { doubts })) return ok(RECORDED);
  await writeAward(tx.db, row, after.lines, after.leftFen);
  const done = await stopInDisbursement(tx, disbursement, after.stopped, reason);
  return done.ok ? ok({ outcome: 'STOPPED', ...done.value }) : done;
}

/** No disbursement holds the money: the case itself sinks, or ends with its last talent. */
async function stopUnpaid(
  tx: Context,
  row: CaseForStop,
  after: AfterStop,
  reason: string,
): Promise<Result<Stopped, CommonRefusal>> {
  const version = await writeAward(tx.db, row, after.lines, after.leftFen);
  const freed = { programmeId: row.programmeId, year: row.programmeYear, enterpriseId: row.enterpriseId };
  for (const one of after.stopped) await freeGrant(tx.db, { ...freed, applicationId: row.id, ...one });
  if (after.leftFen > 0) return ok({ outcome: 'STOPPED', isTold: false });
  const event = ({ APPROVED: 'reopen', IN_NOTICE: 'upholdOnLast', CLEARED: 'stopLast' } as const)[
    row.status as 'APPROVED' | 'IN_NOTICE' | 'CLEARED'
  ];
  const done = await changeStatus(tx, APPLICATION, { ...row, version }, event, {
    set: { decisionReason: reason, decidedAt: tx.now, ...(event === 'stopLast' ? {} : { approvedFen: null }) },
    detail: { reason },
  });
  return done.ok ? ok({ outcome: 'STOPPED', isTold: true }) : done;
}

/** The edge that ends a case tells of it; where it goes on with the others this does, naming them. */
async function tellStop(tx: Context, row: CaseForStop, after: AfterStop, reason: string, done: Stopped) {
  const isStopped = done.outcome === 'STOPPED';
  const names = after.stopped.map(({ name }) => name).join('、');
  const auditId = await writeAudit(tx, {
    action: isStopped ? 'application.stopTalents' : STOP_RECORDED,
    word: isStopped ? '停止人才' : '异议成立，款项在途或已拨付，记录在案',
    ...{ subjectKind: 'application', subjectId: row.id },
    detail: {
      ...{ reason: `${names}。${reason}`, why: reason },
      talentIds: after.stopped.map(({ talentId }) => talentId),
      stoppedFen: sumFen(after.stopped.map(({ amountFen }) => amountFen)),
      leftFen: after.leftFen,
    },
  });
  if (done.isTold) return;
  const payload = { kind: 'talent-stopped', subjectKind: 'application', subjectId: row.id, auditId };
  await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
}
