import { AttentionList } from '@/components/finance/attention-list';
import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { may } from '@/lib/access/authorise';
import { needingAttention } from '@/lib/disbursement/staff-queries';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '资金事项' };

export default page({ who: 'staff', may: 'disbursement.read', at: () => '/staff/disbursements' }, async ({ ctx }) => {
  const rows = await needingAttention(ctx);
  return (
    <Stack gap={4}>
      <StaffHead
        title="待处理的资金事项"
        note={`${rows.length} 件`}
        actions={
          may(ctx.actor, 'export.money') && (
            <ExportButton kind="money" input={{}} what="导出全部资金拨付及付款情况，账号部分隐去。" />
          )
        }
      />
      <AttentionList rows={rows} />
    </Stack>
  );
});
