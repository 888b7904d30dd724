import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import * as reading from './reading-store';
import type { CaseView, ClaimBar } from './rules/case-view';
import type { ReviewOutcome, ReviewStage } from './rules/labels';
import { claimUntil } from './rules/lease';
import { mayClaim } from './rules/may-claim';
import { stageOf } from './rules/stage';

type Standing = Pick<
  CaseView,
  'stage' | 'claim' | 'keptFor' | 'mayClaim' | 'myStage' | 'claimBar' | 'endedByMe' | 'looked'
>;

/** In whose hands a case is, and whether the person who asks may take it. */
export async function standing(ctx: Context<StaffActor>, row: reading.CaseForReading): Promise<Standing> {
  const { claimedById, claimSeenAt, status } = row;
  const me = ctx.actor.id;
  const [people, decided, refused, last] = await Promise.all([
    reading.staffByIds(ctx.db, [claimedById, row.reservedForId]),
    reading.decidedAtFirst(ctx.db, [row.id], me),
    reading.refusedBefore(ctx.db, [row.id], me),
    reading.lastReview(ctx.db, row.id),
  ]);
  const keeper = row.reservedForId ? people.get(row.reservedForId) : undefined;
  const facts = {
    ...{ status, claimedById, me },
    reservedForId: keeper?.isActive ? row.reservedForId : null,
    isHeld: row.holdSince !== null,
    isFirst: ctx.actor.roles.includes('FIRST_REVIEWER'),
    isFinal: ctx.actor.roles.includes('FINAL_REVIEWER'),
    decidedAtFirst: decided.has(row.id),
    refusedBefore: refused.has(row.id),
  };
  const may = mayClaim(facts);
  const isMine = claimedById === me;
  return {
    stage: stageOf(status),
    claim:
      claimedById && claimSeenAt
        ? {
            mine: isMine,
            name: people.get(claimedById)?.displayName ?? '',
            since: row.claimedAt ?? claimSeenAt,
            until: claimUntil(claimSeenAt),
          }
        : null,
    keptFor: facts.reservedForId && facts.reservedForId !== me ? (keeper?.displayName ?? '') : null,
    mayClaim: may,
    myStage: myStageOf(facts),
    claimBar: may || claimedById ? null : barOf(facts),
    endedByMe: last?.reviewerId === me && last.submissionNumber === row.submissionCount && isDecision(last.outcome),
    looked: isMine && last?.endedAt === null ? last.looked : [],
  };
}

const isDecision = (outcome: ReviewOutcome | null): boolean =>
  outcome !== null && outcome !== 'RELEASED' && outcome !== 'LAPSED' && outcome !== 'HANDED_OVER';

function myStageOf({ status, isFirst, isFinal }: Parameters<typeof mayClaim>[0]): ReviewStage | null {
  if (isFirst && isFinal) return stageOf(status) ?? 'FIRST';
  return isFirst ? 'FIRST' : isFinal ? 'FINAL' : null;
}

function barOf(facts: Parameters<typeof mayClaim>[0]): ClaimBar | null {
  const stage = stageOf(facts.status);
  if (!stage) return null;
  if (facts.isHeld) return 'held';
  if (stage === 'FIRST' ? !facts.isFirst : !facts.isFinal) return 'other-role';
  if (stage === 'FINAL' && facts.decidedAtFirst) return 'decided-at-first';
  if (stage === 'FINAL' && facts.refusedBefore) return 'refused-before';
  return 'kept';
}
