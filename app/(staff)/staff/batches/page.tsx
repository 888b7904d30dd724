import { BatchList } from '@/components/finance/batch-list';
import { StaffHead } from '@/components/frame/staff-frame';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { may } from '@/lib/access/authorise';
import { batches, clearedYears } from '@/lib/disbursement/batch-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '拨付批次' };

export default page({ who: 'staff', may: 'batch.read', at: paths.batches }, async ({ ctx }) => {
  const [rows, years] = await Promise.all([batches(ctx), clearedYears(ctx)]);
  const waiting = years.reduce((sum, year) => sum + year.cleared, 0);
  const drafts = rows.filter((row) => row.status === 'DRAFT').length;
  return (
    <Stack gap={4}>
      <StaffHead
        title="拨付批次"
        note={`${waiting} 件公示期满待编批，${drafts} 个批次待复核下达`}
        actions={
          may(ctx.actor, 'batch.make') && (
            <LinkButton variant="primary" size="s" icon="plus" href={`${paths.batches()}/new`}>
              生成批次
            </LinkButton>
          )
        }
      />
      <BatchList rows={rows} />
    </Stack>
  );
});
