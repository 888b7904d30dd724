import { Row, Stack } from '@/components/ui/layout';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { formatMoney } from '@/lib/kernel/fen';
import type { QueuePageView } from '@/lib/review/queue-queries';
import type { ReviewStage } from '@/lib/review/rules/labels';
import { QUEUE_VIEWS, VIEW_LABELS } from '@/lib/review/rules/queue';
import { filterWords, hasFilter, sameWish, type QueueWish } from '@/lib/review/rules/queue-filter';
import type { DeskActs } from './acts';
import type { BatchActs } from './use-batch';
import { queueAddress } from './queue-address';
import { QueueBoard } from './queue-board';
import { FilterChips, QueueFilters } from './queue-filters';
import { ManageViews, SaveView, type ViewActs } from './saved-views';

type Props = {
  here: string;
  stage: ReviewStage;
  wish: QueueWish;
  query: string;
  queue: QueuePageView;
  claim: DeskActs['claim'];
  views: ViewActs;
  batch: BatchActs | null;
};

/** One stage's queue: views, own views, filters, the list and what can be done with several of it. */
export function QueuePage({ here, stage, wish, query, queue, claim, views, batch }: Props) {
  const { choices, saved, searched } = queue;
  const current = searched ? undefined : saved.find((one) => sameWish(one.wish, wish));
  const search: Record<string, string> = searched ? { q: query } : {};
  const isNarrowed = hasFilter(wish.filter) || wish.sort !== 'due';
  const suggestion = filterWords(wish.filter, choices)
    .map(({ words }) => words)
    .join('，');
  return (
    <Stack gap={3}>
      <Tabs
        label="待办视图"
        items={[
          ...QUEUE_VIEWS.map((view) => ({
            label: VIEW_LABELS[view],
            href: queueAddress(here, { ...wish, view }),
            count: queue.views[view].count,
            current: view === wish.view && !searched && !current,
            urgent: view === 'due' && queue.views.due.count > 0,
          })),
          ...saved.map((one) => ({
            label: one.name,
            icon: 'bookmark' as const,
            href: queueAddress(here, one.wish),
            count: one.count,
            current: one === current,
          })),
        ]}
      />
      <QueueFilters here={here} wish={wish} query={query} choices={choices} />
      {(isNarrowed || query || saved.length > 0) && (
        <Row gap={2}>
          <FilterChips here={here} wish={wish} query={query} programmes={choices.programmes} />
          {!current && isNarrowed && (
            <SaveView stage={stage} wish={wish} suggestion={suggestion || VIEW_LABELS[wish.view]} acts={views} />
          )}
          <ManageViews views={saved.map(({ id, name, isDefault }) => ({ id, name, isDefault }))} acts={views} />
        </Row>
      )}
      <QueueBoard
        key={queueAddress(here, wish, search)}
        rows={queue.rows}
        claim={claim}
        batch={batch}
        {...emptyWords(queue, wish, query)}
      />
      {queue.rows.length > 0 && (
        <Pager
          summary={summaryOf(queue, wish)}
          previousHref={queue.previous ? queueAddress(here, wish, { ...search, before: queue.previous }) : undefined}
          nextHref={queue.next ? queueAddress(here, wish, { ...search, after: queue.next }) : undefined}
        />
      )}
    </Stack>
  );
}

function summaryOf({ views, searched, rows }: QueuePageView, { view }: QueueWish): string {
  if (searched) return `本页 ${rows.length} 件`;
  return `共 ${views[view].count} 件，预计金额合计 ${formatMoney(views[view].sumFen)}`;
}

function emptyWords({ searched }: QueuePageView, { view, filter }: QueueWish, q: string) {
  if (searched) return { emptyTitle: `没有找到“${q}”`, emptyWhy: '只在本环节的申请中查找，请核对后再试。' };
  if (hasFilter(filter)) return { emptyTitle: '没有符合筛选的申请', emptyWhy: '去掉一项筛选，或换一个视图再看。' };
  if (view !== 'todo') return { emptyTitle: `没有“${VIEW_LABELS[view]}”的申请`, emptyWhy: '其他视图中可能还有。' };
  return { emptyTitle: '现在没有待办', emptyWhy: '有新的申请送达时会出现在这里。' };
}
