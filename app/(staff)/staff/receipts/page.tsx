import { StaffHead } from '@/components/frame/staff-frame';
import { ReceiptQueueTable } from '@/components/receipt/receipt-queue-table';
import { ReceiptSearch } from '@/components/receipt/receipt-search';
import { SheetBoard } from '@/components/receipt/sheet-board';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/access/authorise';
import { receiptQueue } from '@/lib/capture/desk-queries';
import { receiptSheets } from '@/lib/capture/sheet-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { acceptCleanCall } from './actions';

export const metadata = { title: '收据审核' };

export default page({ who: 'staff', may: 'batch.read', at: paths.receiptQueue }, async ({ ctx, search }) => {
  const query = (search.q ?? '').trim();
  const isSheets = search.view === 'sheets';
  const [rows, sheets] = await Promise.all([receiptQueue(ctx, query), receiptSheets(ctx, query)]);
  const clean = sheets.filter(({ causes }) => causes.length === 0).length;
  const [first] = rows;
  const kept = query ? `q=${encodeURIComponent(query)}` : '';
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
      <Tabs
        label="收据审核"
        items={[
          {
            label: '全部待审',
            href: `${paths.receiptQueue()}${kept && `?${kept}`}`,
            count: rows.length,
            current: !isSheets,
          },
          {
            label: '无问题的缩略图',
            href: `${paths.receiptSheets()}${kept && `&${kept}`}`,
            count: clean,
            current: isSheets,
          },
        ]}
      />
      <ReceiptSearch query={query} sheets={isSheets} />
      {isSheets ? (
        <SheetBoard rows={sheets} accept={acceptCleanCall} mayJudge={may(ctx.actor, 'receipt.judge')} />
      ) : (
        <ReceiptQueueTable rows={rows} query={query} now={ctx.now} />
      )}
    </Stack>
  );
});
