import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { queryGrams, searchText } from '@/lib/kernel/search-grams';
import { addDays, endOfShanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import { claimCandidates, queueCounts, queuePage, type QueueCounts, type QueueScope } from './queue-store';
import { queueRows } from './queue-rows';
import { lastArrivalDueBy } from './rules/due';
import type { ReviewStage } from './rules/labels';
import { formatPlace, parsePlace, type QueuePlace, type QueueRow, type QueueView } from './rules/queue';
import { versionsInReview } from './reading-store';

const PAGE = 20;
/** Pairs of a query may come from different words, so found rows are looked into; this often more are fetched. */
const SEARCH_ROUNDS = 5;

export type QueueWish = {
  readonly stage: ReviewStage;
  readonly view: QueueView;
  /** Any part of a name, credit code or number, from two characters on; searches the whole stage. */
  readonly search?: string;
  readonly after?: string;
  readonly before?: string;
};

export type QueuePageView = {
  readonly rows: readonly QueueRow[];
  readonly counts: QueueCounts;
  readonly searched: boolean;
  readonly previous: string | null;
  readonly next: string | null;
};

/** What waits at a stage, longest waiting first, with the counts of every view. */
export async function reviewQueue(ctx: Context<StaffActor>, wish: QueueWish): Promise<QueuePageView> {
  authorise(ctx.actor, 'queue.read');
  const today = shanghaiDayOf(ctx.now);
  const scope = await scopeOf(ctx, wish.stage, today);
  const overdue = await scopeOf(ctx, wish.stage, addDays(today, -1));
  const text = searchText(wish.search ?? '');
  const searched = [...text].length > 1;
  const [counts, page] = await Promise.all([
    queueCounts(ctx.db, scope, overdue.dueBefore),
    readPage(ctx, scope, wish, searched ? text : null),
  ]);
  return { ...page, counts, searched };
}

async function readPage(
  ctx: Context<StaffActor>,
  scope: QueueScope,
  wish: QueueWish,
  text: string | null,
): Promise<Pick<QueuePageView, 'rows' | 'previous' | 'next'>> {
  const search = text === null ? null : { text, grams: queryGrams(text) };
  const backwards = parsePlace(wish.before);
  let place: QueuePlace | null = backwards ?? parsePlace(wish.after);
  let rows: QueueRow[] = [];
  for (let round = 0; round < SEARCH_ROUNDS && rows.length <= PAGE; round += 1) {
    const bounds = backwards ? { before: place, after: null } : { before: null, after: place };
    const view = search ? ('all' as const) : wish.view;
    const places = await queuePage(ctx.db, scope, { view, search, ...bounds, take: PAGE + 1 });
    const found = (await queueRows(ctx, scope.stage, places))
      .filter((one) => text === null || one.text.includes(text))
      .map(({ row }) => row);
    rows = backwards ? [...found, ...rows] : [...rows, ...found];
    place = (backwards ? places[0] : places.at(-1)) ?? null;
    if (places.length <= PAGE) break;
  }
  return cut(rows, backwards !== null, Boolean(wish.after));
}

/** One page of what was read; a row beyond it shows that there is more in that direction. */
function cut(rows: readonly QueueRow[], backwards: boolean, isLater: boolean) {
  const hasMore = rows.length > PAGE;
  const shown = backwards ? rows.slice(-PAGE) : rows.slice(0, PAGE);
  const [first, last] = [shown[0], shown.at(-1)];
  const hasPrevious = backwards ? hasMore : isLater;
  const hasNext = backwards || hasMore;
  return {
    rows: shown,
    previous: hasPrevious && first ? formatPlace(first) : null,
    next: hasNext && last ? formatPlace(last) : null,
  };
}

async function scopeOf(ctx: Context<StaffActor>, stage: ReviewStage, dueBy: ShanghaiDay): Promise<QueueScope> {
  const versions = await versionsInReview(ctx.db);
  const dueBefore = await Promise.all(
    versions.map(async (versionId) => {
      const { reviewWorkingDays } = (await versionById(ctx, versionId)).config;
      const days = stage === 'FIRST' ? reviewWorkingDays.first : reviewWorkingDays.final;
      return { versionId, before: endOfShanghaiDay(lastArrivalDueBy(dueBy, days, chineseCalendar)) };
    }),
  );
  return { stage, reviewerId: ctx.actor.id, dueBefore };
}

/** The cases that this reviewer may take, best first: one's own claim, what is kept for one, then the oldest. */
export async function takeable(ctx: Context<StaffActor>, stage: ReviewStage, most: number): Promise<string[]> {
  authorise(ctx.actor, 'queue.read');
  return claimCandidates(ctx.db, { stage, reviewerId: ctx.actor.id }, most);
}

/** The case that this reviewer should take next, or null when there is none. */
export async function nextCase(ctx: Context<StaffActor>, stage: ReviewStage): Promise<string | null> {
  const [best] = await takeable(ctx, stage, 1);
  return best ?? null;
}
