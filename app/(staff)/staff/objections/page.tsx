import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { ClueTable } from '@/components/objection/clue-table';
import { ObjectionTable } from '@/components/objection/objection-table';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/access/authorise';
import { paths } from '@/lib/kernel/paths';
import { deskObjections } from '@/lib/objection/queries';
import { OBJECTION_VIEWS, type ObjectionView } from '@/lib/objection/rules/desk-view';
import { page } from '@/lib/runtime/page';
import { closeClueAction } from './actions';

export const metadata = { title: '异议' };

const views = z.enum(OBJECTION_VIEWS).catch('received');
const LABELS: Readonly<Record<ObjectionView, string>> = {
  received: '待受理',
  handling: '核查中',
  decided: '已办结',
  clues: '线索',
};

export default page(
  { who: 'staff', may: 'objection.read', at: () => paths.staffObjections() },
  async ({ ctx, search }) => {
    const view = views.parse(search.view);
    const { rows, clues, counts } = await deskObjections(ctx, view);
    const mayHandle = may(ctx.actor, 'objection.handle');
    return (
      <Stack gap={3}>
        <StaffHead
          title="异议"
          note={`${counts.received} 件待受理，${counts.handling} 件核查中，${counts.clues} 条线索待核查`}
          actions={mayHandle && <LinkButton href={paths.recordObjection()}>登记来信来访</LinkButton>}
        />
        <Tabs
          label="视图"
          items={OBJECTION_VIEWS.map((one) => ({
            label: LABELS[one],
            href: paths.staffObjections(one),
            count: one === 'decided' ? undefined : counts[one],
            current: one === view,
          }))}
        />
        {view === 'clues' ? (
          <ClueTable rows={clues} close={mayHandle ? closeClueAction : undefined} />
        ) : (
          <ObjectionTable rows={rows} view={view} />
        )}
      </Stack>
    );
  },
);
