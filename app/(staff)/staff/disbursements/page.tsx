import { AttentionList } from '@/components/finance/attention-list';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { needingAttention } from '@/lib/disbursement/staff-queries';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '资金事项' };

export default page({ who: 'staff', may: 'disbursement.read', at: () => '/staff/disbursements' }, async ({ ctx }) => {
  const rows = await needingAttention(ctx);
  return (
    <Stack gap={4}>
      <StaffHead title="待处理的资金事项" note={`${rows.length} 件`} />
      <AttentionList rows={rows} />
    </Stack>
  );
});
