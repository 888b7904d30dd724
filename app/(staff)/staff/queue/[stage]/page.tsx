import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { QueuePage } from '@/components/review/queue-page';
import { TakeNextOfList } from '@/components/review/take-next-of-list';
import { paths } from '@/lib/kernel/paths';
import { defaultView, reviewQueue, type QueuePageView } from '@/lib/review/queue-queries';
import { STAGE_LABELS } from '@/lib/review/rules/labels';
import { STAGE_OF, VIEW_LABELS } from '@/lib/review/rules/queue';
import { formatWish, hasFilter, parseWish, type QueueWish } from '@/lib/review/rules/queue-filter';
import { page } from '@/lib/runtime/page';
import { claimCase, claimNextCase, releaseCase } from '../../applications/[id]/actions';
import * as actions from './actions';

const params = z.object({ stage: z.enum(['first', 'final']) });

export async function generateMetadata(props: { params: Promise<{ stage: string }> }): Promise<Metadata> {
  const stage = params.shape.stage.catch('first').parse((await props.params).stage);
  return { title: STAGE_LABELS[STAGE_OF[stage]] };
}

const views = {
  save: actions.saveViewCall,
  rename: actions.renameViewCall,
  remove: actions.deleteViewCall,
  makeDefault: actions.defaultViewCall,
  moveUp: actions.moveViewCall,
};
const batch = { open: actions.openInBatchCall, pass: actions.passCleanCall, release: releaseCase };

export default page(
  { who: 'staff', may: 'queue.read', params, at: ({ stage }) => paths.queue(stage) },
  async ({ ctx, params: { stage: at }, search }) => {
    const stage = STAGE_OF[at];
    const here = paths.queue(at);
    const own = Object.keys(search).length === 0 ? await defaultView(ctx, stage) : null;
    if (own) redirect(`${here}?${new URLSearchParams(formatWish(own))}`);
    const wish = parseWish(search);
    const q = search.q?.trim() ?? '';
    const queue = await reviewQueue(ctx, { stage, ...wish, search: q, after: search.after, before: search.before });
    // What is searched for is opened by hand; the next one is of the list.
    const isNarrowed = !queue.searched && (hasFilter(wish.filter) || wish.view !== 'todo');
    const mayTake = ctx.actor.roles.includes(stage === 'FIRST' ? 'FIRST_REVIEWER' : 'FINAL_REVIEWER');
    return (
      <>
        <StaffHead
          title={STAGE_LABELS[stage]}
          note={noteOf(queue)}
          actions={
            <>
              <ExportButton
                kind="cases"
                input={{ stage, search: { ...formatWish(wish), ...(q && { q }) } }}
                what={whatOf(queue, wish, q)}
              />
              <TakeNextOfList
                stage={stage}
                among={isNarrowed ? formatWish(wish) : null}
                left={queue.views[wish.view].count}
                acts={{ next: claimNextCase, nextOfList: actions.claimNextOfListCall }}
                disabled={!mayTake}
              />
            </>
          }
        />
        <QueuePage
          {...{ here, stage, wish, queue }}
          query={q}
          claim={claimCase}
          views={views}
          // An approval binds money under the yearly cap: at the final stage each case is decided by itself.
          batch={stage === 'FIRST' && mayTake ? batch : null}
        />
      </>
    );
  },
);

/** What an export of this page takes out. */
function whatOf({ searched, views: counts }: QueuePageView, wish: QueueWish, q: string): string {
  if (searched) return `导出在本环节中查找“${q}”得到的全部申请。`;
  return `导出“${VIEW_LABELS[wish.view]}”${hasFilter(wish.filter) ? '中符合当前筛选' : ''}的 ${counts[wish.view].count} 件申请，含各页。`;
}

/** 42 件待办，其中 1 件超期、3 件今天到期 */
function noteOf({ waiting: { todo, overdue, today } }: QueuePageView): string {
  const late = [overdue > 0 && `${overdue} 件超期`, today > 0 && `${today} 件今天到期`].filter(Boolean);
  return `${todo} 件待办${late.length > 0 ? `，其中 ${late.join('、')}` : ''}`;
}
