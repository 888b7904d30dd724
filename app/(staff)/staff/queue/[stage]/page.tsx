import type { Metadata } from 'next';
import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { QueueSearch } from '@/components/review/queue-search';
import { QueueTable } from '@/components/review/queue-table';
import { TakeNext } from '@/components/review/take-next';
import { Stack } from '@/components/ui/layout';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { reviewQueue, type QueuePageView } from '@/lib/review/queue-queries';
import { STAGE_LABELS } from '@/lib/review/rules/labels';
import { QUEUE_VIEWS, STAGE_OF, VIEW_LABELS, type QueueView } from '@/lib/review/rules/queue';
import { page } from '@/lib/runtime/page';
import { claimCase, claimNextCase } from '../../applications/[id]/actions';

const params = z.object({ stage: z.enum(['first', 'final']) });
const views = z.enum(QUEUE_VIEWS).catch('todo');

export async function generateMetadata(props: { params: Promise<{ stage: string }> }): Promise<Metadata> {
  const stage = params.shape.stage.catch('first').parse((await props.params).stage);
  return { title: STAGE_LABELS[STAGE_OF[stage]] };
}

export default page(
  { who: 'staff', may: 'queue.read', params, at: ({ stage }) => paths.queue(stage) },
  async ({ ctx, params: { stage: at }, search }) => {
    const stage = STAGE_OF[at];
    const view = views.parse(search.view);
    const q = search.q?.trim() ?? '';
    const queue = await reviewQueue(ctx, { stage, view, search: q, after: search.after, before: search.before });
    const here = paths.queue(at);
    const to = (more: Record<string, string>) => `${here}?${new URLSearchParams(more)}`;
    const kept: Record<string, string> = queue.searched ? { q } : { view };
    const mayTake = ctx.actor.roles.includes(stage === 'FIRST' ? 'FIRST_REVIEWER' : 'FINAL_REVIEWER');
    return (
      <>
        <StaffHead
          title={STAGE_LABELS[stage]}
          note={noteOf(queue)}
          actions={<TakeNext stage={stage} next={claimNextCase} primary disabled={!mayTake} />}
        />
        <Stack gap={3}>
          <Tabs
            label="待办视图"
            items={QUEUE_VIEWS.map((one) => ({
              label: VIEW_LABELS[one],
              href: to({ view: one }),
              count: queue.counts[one],
              current: one === view && !queue.searched,
              urgent: one === 'due' && queue.counts.due > 0,
            }))}
          />
          <QueueSearch action={here} query={q} />
          <QueueTable rows={queue.rows} claim={claimCase} {...emptyWords(queue, view, q)} />
          {queue.rows.length > 0 && (
            <Pager
              summary={summaryOf(queue, view)}
              previousHref={queue.previous ? to({ ...kept, before: queue.previous }) : undefined}
              nextHref={queue.next ? to({ ...kept, after: queue.next }) : undefined}
            />
          )}
        </Stack>
      </>
    );
  },
);

/** 42 件待办，其中 1 件超期、3 件今天到期 */
function noteOf({ counts }: QueuePageView): string {
  const today = counts.due - counts.overdue;
  const late = [counts.overdue > 0 && `${counts.overdue} 件超期`, today > 0 && `${today} 件今天到期`].filter(Boolean);
  return `${counts.todo} 件待办${late.length > 0 ? `，其中 ${late.join('、')}` : ''}`;
}

function summaryOf({ counts, searched, rows }: QueuePageView, view: QueueView): string {
  if (searched) return `本页 ${rows.length} 件`;
  return `共 ${counts[view]} 件，预计金额合计 ${formatMoney(counts.sumFen[view])}`;
}

function emptyWords({ searched }: QueuePageView, view: QueueView, q: string): { emptyTitle: string; emptyWhy: string } {
  if (searched) return { emptyTitle: `没有找到“${q}”`, emptyWhy: '只在本环节的申请中查找，请核对后再试。' };
  if (view !== 'todo') return { emptyTitle: `没有“${VIEW_LABELS[view]}”的申请`, emptyWhy: '其他视图中可能还有。' };
  return { emptyTitle: '现在没有待办', emptyWhy: '有新的申请送达时会出现在这里。' };
}
