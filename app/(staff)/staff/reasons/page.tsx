import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { AddReason } from '@/components/reasons/reason-form';
import { ReasonTable } from '@/components/reasons/reason-table';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { paths } from '@/lib/kernel/paths';
import { reasonLibrary } from '@/lib/review/reason-queries';
import { page } from '@/lib/runtime/page';
import * as actions from './actions';

export const metadata = { title: '理由库' };

const VIEWS = { return: '退回', refuse: '不予支持', retired: '已停用' } as const;
const views = z.enum(['return', 'refuse', 'retired']).catch('return');
const acts = {
  add: actions.addReasonCall,
  change: actions.changeReasonCall,
  retire: actions.retireReasonCall,
  restore: actions.restoreReasonCall,
  moveUp: actions.moveReasonCall,
};

export default page({ who: 'staff', may: 'reason.manage', at: paths.reasons }, async ({ ctx, search }) => {
  const view = views.parse(search.view);
  const { lines, programmes } = await reasonLibrary(ctx);
  const of = {
    return: lines.filter(({ purpose, retiredAt }) => purpose === 'RETURN' && !retiredAt),
    refuse: lines.filter(({ purpose, retiredAt }) => purpose === 'REFUSE' && !retiredAt),
    retired: lines.filter(({ retiredAt }) => retiredAt),
  };
  return (
    <Stack gap={3}>
      <StaffHead
        title="理由库"
        note="审核人员退回和不予支持时选用；各事项配置中的理由另外列出，不在此处"
        actions={<AddReason acts={acts} programmes={programmes} purpose={view === 'refuse' ? 'REFUSE' : 'RETURN'} />}
      />
      <Tabs
        label="理由"
        items={(['return', 'refuse', 'retired'] as const).map((one) => ({
          label: VIEWS[one],
          href: `${paths.reasons()}?view=${one}`,
          count: of[one].length,
          current: one === view,
        }))}
      />
      <ReasonTable lines={of[view]} programmes={programmes} acts={acts} />
    </Stack>
  );
});
