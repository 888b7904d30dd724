import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { queryGrams, searchText } from '@/lib/kernel/search-grams';
import { queueGround, type QueueGround } from './queue-scope';
import { queueCounts, queuePage, type QueueList } from './queue-store';
import { queueRows, type FoundRow } from './queue-rows';
import type { ReviewStage } from './rules/labels';
import type { QueuePlace } from './rules/queue';
import type { QueueWish } from './rules/queue-filter';

/** Each carries its submission, which may be large. */
const AT_ONCE = 100;

export type QueueForExport = {
  readonly count: number;
  readonly programmes: QueueGround['programmes'];
  readonly pages: AsyncIterable<readonly FoundRow[]>;
};

/** The whole of a list over the queue in its order, page by page, however long it is. */
export async function queueForExport(
  ctx: Context<StaffActor>,
  { stage, wish, search }: { readonly stage: ReviewStage; readonly wish: QueueWish; readonly search: string },
): Promise<QueueForExport> {
  authorise(ctx.actor, 'export.cases');
  const { scope, programmes } = await queueGround(ctx, stage, ctx.actor.id);
  const text = searchText(search);
  const searched = [...text].length > 1 ? { text, grams: queryGrams(text) } : null;
  const list = { ...wish, view: searched ? ('all' as const) : wish.view, search: searched, before: null };

  async function* pages() {
    for (let after: QueuePlace | null = null; ;) {
      const asked: QueueList = { ...list, after, take: AT_ONCE };
      const spots = await queuePage(ctx.db, scope, asked);
      const found = await queueRows(ctx, stage, spots);
      yield found.filter((one) => searched === null || one.text.includes(searched.text));
      after = spots.at(-1) ?? null;
      if (spots.length < AT_ONCE) return;
    }
  }
  // Pairs of a query may come from different words, so a search is counted by looking into what was found.
  const counted = searched ? lengthOf(pages()) : queueCounts(ctx.db, scope, [wish]).then(([one]) => one?.count ?? 0);
  return { count: await counted, programmes, pages: pages() };
}

async function lengthOf(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let count = 0;
  for await (const rows of pages) count += rows.length;
  return count;
}
