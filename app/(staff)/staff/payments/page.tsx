import { PayableTable } from '@/components/finance/payable-table';
import { PaymentFileList } from '@/components/finance/payment-file-list';
import { UnmatchedTable } from '@/components/finance/unmatched-table';
import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/access/authorise';
import { layoutChoices } from '@/lib/disbursement/layout-queries';
import { payable, paymentFiles } from '@/lib/disbursement/payment-queries';
import { unmatchedItems } from '@/lib/disbursement/unmatched-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { agreeUnmatchedAction, explainUnmatchedAction, makePaymentFileAction } from './actions';

export const metadata = { title: '付款文件' };

export default page({ who: 'staff', may: 'payment.read', at: paths.payments }, async ({ ctx, search }) => {
  const [rows, files, items] = await Promise.all([payable(ctx), paymentFiles(ctx), unmatchedItems(ctx)]);
  const layouts = await layoutChoices(
    ctx,
    rows.map(({ programmeId }) => programmeId),
  );
  const mayMake = may(ctx.actor, 'payment.make');
  const views = ['payable', 'files', 'unmatched'] as const;
  const view = views.find((one) => one === search.view) ?? (mayMake ? 'payable' : 'files');
  const unsettled = files.filter((file) => file.status === 'DRAFT' || file.status === 'CONFIRMED').length;
  const counts = { payable: rows.length, files: files.length, unmatched: items.length };
  const labels = { payable: '待付款', files: '付款文件', unmatched: '未匹配' };
  return (
    <Stack gap={4}>
      <StaffHead
        title="付款"
        note={`${rows.length} 笔待付款，${unsettled} 份文件待复核或待银行结果，${items.length} 行银行结果未匹配`}
        actions={<ExportButton kind="money" input={{}} what="导出全部资金拨付及付款情况，账号部分隐去。" />}
      />
      <Tabs
        label="付款"
        items={views.map((one) => ({
          label: labels[one],
          href: `${paths.payments()}?view=${one}`,
          count: counts[one],
          current: one === view,
        }))}
      />
      {view === 'files' && <PaymentFileList rows={files} />}
      {view === 'payable' && (
        <PayableTable rows={rows} mayMake={mayMake} layouts={layouts} make={makePaymentFileAction} />
      )}
      {view === 'unmatched' && (
        <UnmatchedTable rows={items} showsFile explain={explainUnmatchedAction} agree={agreeUnmatchedAction} />
      )}
    </Stack>
  );
});
