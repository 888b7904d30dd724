import { AttentionList } from '@/components/finance/attention-list';
import { LapsedList } from '@/components/finance/lapsed-list';
import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/access/authorise';
import { lapsedCount, lapsedDisbursements } from '@/lib/disbursement/lapsed-queries';
import { needingAttention } from '@/lib/disbursement/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { reviveAction } from './[id]/actions';

export const metadata = { title: '资金事项' };

export default page(
  { who: 'staff', may: 'disbursement.read', at: () => paths.staffDisbursements() },
  async ({ ctx, search }) => {
    const [rows, count, lapsed] = await Promise.all([
      needingAttention(ctx),
      lapsedCount(ctx),
      search.view === 'lapsed' ? lapsedDisbursements(ctx, Number.parseInt(search.page ?? '1', 10) || 1) : null,
    ]);
    return (
      <Stack gap={4}>
        <StaffHead
          title={lapsed ? '逾期失效的资金事项' : '待处理的资金事项'}
          note={`${lapsed ? count : rows.length} 件`}
          actions={
            may(ctx.actor, 'export.money') && (
              <ExportButton kind="money" input={{}} what="导出全部资金拨付及付款情况，账号部分隐去。" />
            )
          }
        />
        <Tabs
          label="资金事项"
          items={[
            { label: '待处理', href: paths.staffDisbursements(), count: rows.length, current: !lapsed },
            { label: '逾期失效', href: paths.staffDisbursements('lapsed'), count, current: lapsed !== null },
          ]}
        />
        {lapsed ? <LapsedList lapsed={lapsed} revive={reviveAction} /> : <AttentionList rows={rows} />}
      </Stack>
    );
  },
);
