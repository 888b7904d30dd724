import { StaffHead } from '@/components/frame/staff-frame';
import { ReceiptQueueTable } from '@/components/receipt/receipt-queue-table';
import { ReceiptSearch } from '@/components/receipt/receipt-search';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { receiptQueue } from '@/lib/capture/desk-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '收据审核' };

export default page({ who: 'staff', may: 'batch.read', at: paths.receiptQueue }, async ({ ctx, search }) => {
  const query = (search.q ?? '').trim();
  const rows = await receiptQueue(ctx, query);
  const [first] = rows;
  return (
    <Stack gap={4}>
      <StaffHead
        title="收据审核"
        note={query ? `“${query}”，${rows.length} 份` : `${rows.length} 份待审，最早的在前`}
        actions={
          first && (
            <LinkButton
              variant="primary"
              size="s"
              iconAfter="arrow-right"
              href={paths.receiptReview(first.disbursementId)}
            >
              开始审核
            </LinkButton>
          )
        }
      />
      <ReceiptSearch query={query} />
      <ReceiptQueueTable rows={rows} query={query} now={ctx.now} />
    </Stack>
  );
});
