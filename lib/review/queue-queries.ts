import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { queryGrams, searchText } from '@/lib/kernel/search-grams';
import { queueGround, type QueueGround, type QueueScope } from './queue-scope';
import { claimCandidates, queueCounts, queuePage, scalesAt, type CountOf, type QueueSpot } from './queue-store';
import { queueRows } from './queue-rows';
import type { ReviewStage } from './rules/labels';
import { formatPlace, parsePlace, QUEUE_VIEWS, type QueuePlace, type QueueRow, type QueueView } from './rules/queue';
import type { QueueFilter, QueueSort, QueueWish } from './rules/queue-filter';
import { savedViewsOf, type SavedView } from './view-store';

const PAGE = 20;
/** Pairs of a query may come from different words, so found rows are looked into; this often more are fetched. */
const SEARCH_ROUNDS = 5;

export type QueueAsked = {
  readonly stage: ReviewStage;
  readonly view: QueueView;
  readonly filter?: QueueFilter;
  readonly sort?: QueueSort;
  /** Any part of a name, credit code or number, from two characters on; searches the whole stage. */
  readonly search?: string;
  readonly after?: string;
  readonly before?: string;
};

export type SavedViewLine = SavedView & { readonly count: number };

export type QueuePageView = {
  readonly rows: readonly QueueRow[];
  /** Each view as it stands under the present filter. */
  readonly views: Readonly<Record<QueueView, CountOf>>;
  /** What waits for this person whatever is filtered. */
  readonly waiting: { readonly todo: number; readonly overdue: number; readonly today: number };
  readonly saved: readonly SavedViewLine[];
  readonly choices: Pick<QueueGround, 'programmes' | 'categories'> & { readonly scales: readonly string[] };
  readonly searched: boolean;
  readonly previous: string | null;
  readonly next: string | null;
};

/** What waits at a stage in the order of the due days, with the counts of every view and of one's saved ones. */
export async function reviewQueue(ctx: Context<StaffActor>, asked: QueueAsked): Promise<QueuePageView> {
  authorise(ctx.actor, 'queue.read');
  const { stage, filter = {} } = asked;
  const [{ scope, programmes, categories }, saved, scales] = await Promise.all([
    queueGround(ctx, stage, ctx.actor.id),
    savedViewsOf(ctx.db, ctx.actor.id, stage),
    scalesAt(ctx.db, stage),
  ]);
  const text = searchText(asked.search ?? '');
  const searched = [...text].length > 1;
  const lists = [
    ...QUEUE_VIEWS.map((view) => ({ view, filter })),
    { view: 'todo' as const, filter: {} },
    { view: 'todo' as const, filter: { due: 'overdue' as const } },
    { view: 'todo' as const, filter: { due: 'today' as const } },
    ...saved.map(({ wish }) => wish),
  ];
  const [counts, page] = await Promise.all([
    queueCounts(ctx.db, scope, lists),
    readPage(ctx, scope, asked, searched ? text : null),
  ]);
  const [todo, overdue, today, ...own] = counts.slice(QUEUE_VIEWS.length);
  return {
    ...page,
    views: Object.fromEntries(QUEUE_VIEWS.map((view, index) => [view, counts[index]])) as QueuePageView['views'],
    waiting: { todo: todo?.count ?? 0, overdue: overdue?.count ?? 0, today: today?.count ?? 0 },
    saved: saved.map((view, index) => ({ ...view, count: own[index]?.count ?? 0 })),
    choices: { programmes, categories, scales },
    searched,
  };
}

async function readPage(
  ctx: Context<StaffActor>,
  scope: QueueScope,
  { view, filter = {}, sort = 'due', before, after }: QueueAsked,
  text: string | null,
): Promise<Pick<QueuePageView, 'rows' | 'previous' | 'next'>> {
  const search = text === null ? null : { text, grams: queryGrams(text) };
  const backwards = parsePlace(before);
  let place: QueuePlace | null = backwards ?? parsePlace(after);
  let rows: QueueRow[] = [];
  for (let round = 0; round < SEARCH_ROUNDS && rows.length <= PAGE; round += 1) {
    const bounds = backwards ? { before: place, after: null } : { before: null, after: place };
    const list = { view: search ? ('all' as const) : view, filter, sort, search, ...bounds, take: PAGE + 1 };
    const spots: QueueSpot[] = await queuePage(ctx.db, scope, list);
    const found = (await queueRows(ctx, scope.stage, spots))
      .filter((one) => text === null || one.text.includes(text))
      .map(({ row }) => row);
    rows = backwards ? [...found, ...rows] : [...rows, ...found];
    place = (backwards ? spots[0] : spots.at(-1)) ?? null;
    if (spots.length <= PAGE) break;
  }
  return cut(rows, backwards !== null, Boolean(after));
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
    previous: hasPrevious && first ? formatPlace(first.place) : null,
    next: hasNext && last ? formatPlace(last.place) : null,
  };
}

/** The cases that this reviewer may take, best first: one's own claim, what is kept for one, then by due day and arrival. */
export async function takeable(
  ctx: Context<StaffActor>,
  stage: ReviewStage,
  most: number,
  among?: Pick<QueueWish, 'view' | 'filter'>,
): Promise<string[]> {
  authorise(ctx.actor, 'queue.read');
  const { scope } = await queueGround(ctx, stage, ctx.actor.id);
  return claimCandidates(ctx.db, scope, most, among);
}

/** The case that this reviewer should take next, or null when there is none. */
export async function nextCase(ctx: Context<StaffActor>, stage: ReviewStage): Promise<string | null> {
  const [best] = await takeable(ctx, stage, 1);
  return best ?? null;
}

/** What this reviewer's queue of a stage opens with, where a view was chosen for that. */
export async function defaultView(ctx: Context<StaffActor>, stage: ReviewStage): Promise<QueueWish | null> {
  authorise(ctx.actor, 'queue.read');
  const saved = await savedViewsOf(ctx.db, ctx.actor.id, stage);
  return saved.find(({ isDefault }) => isDefault)?.wish ?? null;
}
