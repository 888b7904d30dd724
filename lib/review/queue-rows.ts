import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { reviewDueOn } from '@/lib/application/rules/deadlines';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { searchText } from '@/lib/kernel/search-grams';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import * as reading from './reading-store';
import { preChecks, preCheckSummary, preCheckTone } from './rules/checks';
import { dueMark } from './rules/due';
import type { ReviewStage } from './rules/labels';
import { claimUntil } from './rules/lease';
import { mayClaim } from './rules/may-claim';
import type { QueueSpot } from './queue-store';
import type { QueueRow } from './rules/queue';

/** A row with the text that a search looks into. */
export type FoundRow = { readonly row: QueueRow; readonly text: string; readonly uscc: string };

type Loaded = {
  readonly stage: ReviewStage;
  readonly people: Map<string, reading.Person>;
  readonly deciders: Set<string>;
  readonly refused: Set<string>;
};

/** The rows at these places, in their order; one that has left the stage meanwhile is left out. */
export async function queueRows(
  ctx: Context<StaffActor>,
  stage: ReviewStage,
  places: readonly QueueSpot[],
): Promise<FoundRow[]> {
  const ids = places.map(({ id }) => id);
  const cases = await reading.casesForQueue(ctx.db, ids);
  const [people, deciders, refused, submissions] = await Promise.all([
    reading.staffByIds(
      ctx.db,
      cases.flatMap((row) => [row.claimedById, row.reservedForId]),
    ),
    reading.decidedAtFirst(ctx.db, ids, ctx.actor.id),
    reading.refusedBefore(ctx.db, ids, ctx.actor.id),
    reading.submissionsOf(ctx.db, cases),
  ]);
  const byId = new Map(cases.map((row) => [row.id, row]));
  const rows = places.map(async (spot) => {
    const [row, snapshot] = [byId.get(spot.id), submissions.get(spot.id)];
    if (!row || !snapshot) return null;
    const shown = await rowOf(ctx, { stage, people, deciders, refused }, row, snapshot, spot);
    return { row: shown, text: textOf(row, snapshot), uscc: row.enterprise.uscc };
  });
  return (await Promise.all(rows)).filter((row) => row !== null);
}

async function rowOf(
  ctx: Context<StaffActor>,
  loaded: Loaded,
  row: reading.CaseForQueue,
  snapshot: SubmissionSnapshot,
  { since, major, minor }: QueueSpot,
): Promise<QueueRow> {
  const { config } = await versionById(ctx, row.programmeVersionId);
  const appliedOn = shanghaiDayOf(row.firstSubmittedAt ?? since);
  const checks = snapshot.talents.flatMap((talent) => preChecks(talent, config, appliedOn));
  const due = reviewDueOn(since, loaded.stage, config, chineseCalendar);
  const mine = whose(ctx, loaded, row);
  const tone = preCheckTone(checks);
  return {
    id: row.id,
    place: { major, minor, id: row.id },
    number: row.number ?? '',
    enterpriseName: snapshot.enterprise.name,
    programmeName: config.name,
    submission: row.submissionCount,
    firstTalent: snapshot.talents[0]?.name ?? '',
    talents: snapshot.talents.length,
    expectedFen: Number(row.expectedFen),
    checks: { tone, words: preCheckSummary(checks) },
    since,
    due: dueMark(due, shanghaiDayOf(ctx.now), chineseCalendar),
    proposedRejection: row.proposedRejection,
    held: row.holdSince !== null,
    ...mine,
    isClean:
      loaded.stage === 'FIRST' &&
      (mine.mayClaim || mine.claim?.mine === true) &&
      tone === 'green' &&
      row.submissionCount === 1 &&
      row.holdSince === null,
  };
}

function whose(
  ctx: Context<StaffActor>,
  { people, deciders, refused }: Loaded,
  row: reading.CaseForQueue,
): Pick<QueueRow, 'claim' | 'reservedFor' | 'mayClaim'> {
  const me = ctx.actor.id;
  const keeper = row.reservedForId ? people.get(row.reservedForId) : undefined;
  const reservedForId = keeper?.isActive ? row.reservedForId : null;
  const { claimedById, claimSeenAt } = row;
  return {
    claim:
      claimedById && claimSeenAt
        ? { mine: claimedById === me, name: people.get(claimedById)?.displayName ?? '', until: claimUntil(claimSeenAt) }
        : null,
    reservedFor: reservedForId ? { mine: reservedForId === me, name: keeper?.displayName ?? '' } : null,
    mayClaim: mayClaim({
      ...{ status: row.status, claimedById, reservedForId, me },
      isHeld: row.holdSince !== null,
      isFirst: ctx.actor.roles.includes('FIRST_REVIEWER'),
      isFinal: ctx.actor.roles.includes('FINAL_REVIEWER'),
      decidedAtFirst: deciders.has(row.id),
      refusedBefore: refused.has(row.id),
    }),
  };
}

function textOf(row: reading.CaseForQueue, { enterprise, talents }: SubmissionSnapshot): string {
  return [row.number ?? '', row.enterprise.uscc, enterprise.name, ...talents.map(({ name }) => name)]
    .map(searchText)
    .join('\n');
}
