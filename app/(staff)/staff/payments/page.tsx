import { PayableTable } from '@/components/finance/payable-table';
import { PaymentFileList } from '@/components/finance/payment-file-list';
import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/access/authorise';
import { payable, paymentFiles } from '@/lib/disbursement/payment-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { makePaymentFileAction } from './actions';

export const metadata = { title: '付款文件' };

export default page({ who: 'staff', may: 'payment.read', at: paths.payments }, async ({ ctx, search }) => {
  const [rows, files] = await Promise.all([payable(ctx), paymentFiles(ctx)]);
  const mayMake = may(ctx.actor, 'payment.make');
  const showsFiles = (search.view ?? (mayMake ? 'payable' : 'files')) === 'files';
  const unsettled = files.filter((file) => file.status === 'DRAFT' || file.status === 'CONFIRMED').length;
  return (
    <Stack gap={4}>
      <StaffHead
        title="付款"
        note={`${rows.length} 笔待付款，${unsettled} 份文件待复核或待银行结果`}
        actions={<ExportButton kind="money" input={{}} what="导出全部资金拨付及付款情况，账号部分隐去。" />}
      />
      <Tabs
        label="付款"
        items={[
          { label: '待付款', href: `${paths.payments()}?view=payable`, count: rows.length, current: !showsFiles },
          { label: '付款文件', href: `${paths.payments()}?view=files`, count: files.length, current: showsFiles },
        ]}
      />
      {showsFiles ? (
        <PaymentFileList rows={files} />
      ) : (
        <PayableTable rows={rows} mayMake={mayMake} make={makePaymentFileAction} />
      )}
    </Stack>
  );
});
