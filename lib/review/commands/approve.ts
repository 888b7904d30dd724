import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { award, type Award } from '@/lib/application/rules/award';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { isUniqueViolation } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { addGranted, grantedElsewhere, grantPersons, lockEnterpriseYear, personsOf } from '../award-store';
import * as store from '../store';
import { atStage, type CaseAtHand, type ReviewAnswer } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allDecided, allLookedAt, judged, type Judged } from './ready-to-decide';

type Answer = ReviewAnswer<{ approvedFen: number }>;

/**
 * 审核通过: the amount is derived from the supported talents and the yearly cap, whose row is locked; each granted
 * person is taken for the programme. Refused where nothing would be granted, or a person was granted in another case.
 */
export async function approve(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  const once = () => atStage(ctx, 'FINAL', input.applicationId, decide);
  try {
    return await once();
  } catch (error) {
    // Another case with the same person was approved in this instant; now it stands there and can be named.
    if (isUniqueViolation(error)) return once();
    throw error;
  }
}

async function decide(tx: Context<StaffActor>, row: CaseAtHand): Promise<Answer> {
  const facts = await judged(tx, row);
  const looked = await allLookedAt(tx, row, facts);
  if (!looked.ok) return looked;
  const decided = allDecided(facts);
  if (!decided.ok) return decided;
  const year = { enterpriseId: row.enterpriseId, programmeId: row.programmeId, year: row.programmeYear };
  const room = await lockEnterpriseYear(tx.db, year, facts.config.yearlyCapFen);
  const result = award(linesOf(facts), room.capFen, room.grantedFen);
  if (result.lines.every((line) => !line.supported)) return refuse({ code: 'no-supported-talent' });
  if (result.totalFen === 0) return refuse({ code: 'cap-exhausted', capFen: room.capFen, usedFen: room.grantedFen });
  const taken = await takePersons(tx, row, facts, result);
  if (!taken.ok) return taken;
  await addGranted(tx.db, year, result.totalFen);
  const done = await writeApproval(tx, row, facts, result);
  if (!done.ok) return done;
  await writeFinalDecisions(tx, row, facts);
  await store.closeReview(tx.db, row.id, 'APPROVED', tx.now);
  return ok({ approvedFen: result.totalFen });
}

function linesOf({ snapshot, decisions }: Judged) {
  return snapshot.talents.map(({ id, name, categoryLabel, standardFen }) => ({
    talentId: id,
    name,
    categoryLabel,
    standardFen,
    supported: decisions.get(id)?.supported ?? false,
  }));
}

function writeApproval(tx: Context<StaffActor>, row: CaseAtHand, facts: Judged, result: Award) {
  return changeStatus(tx, APPLICATION, row, 'approve', {
    set: {
      ...NO_CLAIM,
      reservedForId: null,
      finalReviewerId: tx.actor.id,
      approvedFen: result.totalFen,
      awardLines: awardLines(facts, result),
      decidedAt: tx.now,
      decisionReason: null,
    },
    detail: { approvedFen: result.totalFen, capFen: result.capFen, usedFen: result.usedFen },
  });
}

/** The lines as kept with the case: what each talent is granted, and why less. */
function awardLines({ snapshot, decisions }: Judged, result: Award) {
  const categories = new Map(snapshot.talents.map((talent) => [talent.id, talent.category]));
  return result.lines.map((line) => ({
    ...line,
    category: categories.get(line.talentId) ?? '',
    reason: decisions.get(line.talentId)?.reason ?? null,
  }));
}

async function takePersons(
  tx: Context<StaffActor>,
  row: CaseAtHand,
  { snapshot, submissionId }: Judged,
  result: Award,
): Promise<ReviewAnswer> {
  const granted = new Set(result.lines.filter((line) => line.grantedFen > 0).map((line) => line.talentId));
  const talents = snapshot.talents.filter((talent) => granted.has(talent.id));
  const persons = await personsOf(tx, { id: submissionId, snapshot: { talents } });
  const elsewhere = await grantedElsewhere(tx.db, row.programmeId, [...persons.values()], row.id);
  for (const { id, name } of talents) {
    const other = elsewhere.get(persons.get(id) ?? '');
    if (other) return refuse({ code: 'person-already-granted', name, number: other.number });
  }
  const rows = [...persons].map(([talentId, person]) => ({
    programmeId: row.programmeId,
    person,
    applicationId: row.id,
    talentId,
    at: tx.now,
  }));
  await grantPersons(tx.db, rows);
  return ok();
}

async function writeFinalDecisions(tx: Context<StaffActor>, row: CaseAtHand, { decisions }: Judged): Promise<void> {
  for (const decision of decisions.values()) {
    await store.putDecision(tx.db, {
      ...decision,
      applicationId: row.id,
      submissionNumber: row.submissionCount,
      stage: 'FINAL',
      reviewerId: tx.actor.id,
      decidedAt: tx.now,
    });
  }
}
