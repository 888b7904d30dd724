import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { award, type Award } from '@/lib/application/rules/award';
import type { SnapshotTalent } from '@/lib/application/rules/snapshot';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { addGranted, grantedElsewhere, grantPersons, lockEnterpriseYear, personOf } from '../award-store';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';
import { caseAtHand, type CaseAtHand } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allDecided, allLookedAt, judged, type Judged } from './ready-to-decide';

type Answer = Result<{ approvedFen: number }, ReviewRefusal | CommonRefusal>;

/**
 * 审核通过: the amount is derived from the supported talents and the yearly cap, whose row is locked; each granted
 * person is taken for the programme. Refused where nothing would be granted, or a person was granted in another case.
 */
export async function approve(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.stage !== 'FINAL') return refuse({ code: 'not-your-claim' });
  const facts = await judged(ctx, row);
  const looked = await allLookedAt(ctx, row, facts);
  if (!looked.ok) return looked;
  const decided = allDecided(facts);
  if (!decided.ok) return decided;
  try {
    return await transact(ctx, (tx) => write(tx, row, facts));
  } catch (error) {
    // Two cases with the same person approved in the same instant: the second one meets the constraint.
    if (isUniqueViolation(error)) return refuse({ code: 'somebody-was-faster' });
    throw error;
  }
}

async function write(tx: Context<StaffActor>, row: CaseAtHand, facts: Judged): Promise<Answer> {
  const year = { enterpriseId: row.enterpriseId, programmeId: row.programmeId, year: row.programmeYear };
  const room = await lockEnterpriseYear(tx.db, year, facts.config.yearlyCapFen);
  const result = award(linesOf(facts), room.capFen, room.grantedFen);
  if (result.lines.every((line) => !line.supported)) return refuse({ code: 'no-supported-talent' });
  if (result.totalFen === 0) return refuse({ code: 'cap-exhausted', capFen: room.capFen, usedFen: room.grantedFen });
  const taken = await takePersons(tx, row, facts, result);
  if (!taken.ok) return taken;
  await addGranted(tx.db, year, result.totalFen);
  const done = await changeStatus(tx, APPLICATION, row, 'approve', {
    set: {
      ...NO_CLAIM,
      finalReviewerId: tx.actor.id,
      approvedFen: result.totalFen,
      awardLines: awardLines(facts, result),
      decidedAt: tx.now,
      decisionReason: null,
    },
    detail: { approvedFen: result.totalFen },
  });
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
  { snapshot }: Judged,
  result: Award,
): Promise<Result<undefined, ReviewRefusal>> {
  const granted = new Set(result.lines.filter((line) => line.grantedFen > 0).map((line) => line.talentId));
  const talents = snapshot.talents.filter((talent) => granted.has(talent.id));
  const persons = new Map<string, SnapshotTalent>();
  for (const talent of talents) persons.set(await personOf(tx, talent), talent);
  const elsewhere = await grantedElsewhere(tx.db, row.programmeId, [...persons.keys()], row.id);
  if (elsewhere.size > 0) {
    const people = [...elsewhere].map(([person, caseNumber]) => {
      const talent = persons.get(person);
      return { talentId: talent?.id ?? '', name: talent?.name ?? '', caseNumber };
    });
    return refuse({ code: 'person-already-granted', people });
  }
  const rows = [...persons].map(([person, talent]) => ({
    programmeId: row.programmeId,
    person,
    applicationId: row.id,
    talentId: talent.id,
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
