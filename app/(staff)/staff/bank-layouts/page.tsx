import { LayoutTable } from '@/components/bank-layouts/layout-table';
import { TakeLayoutForm } from '@/components/bank-layouts/take-layout-form';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { layoutVersionLines } from '@/lib/disbursement/layout-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { takeBankLayoutCall } from './actions';

export const metadata = { title: '银行文件格式' };

export default page({ who: 'staff', may: 'layout.manage', at: paths.bankLayouts }, async ({ ctx }) => (
  <Stack gap={4}>
    <StaffHead title="银行文件格式" note="各家银行怎样接收付款文件、怎样给出结果" />
    <LayoutTable rows={await layoutVersionLines(ctx)} />
    <TakeLayoutForm take={takeBankLayoutCall} />
  </Stack>
));
