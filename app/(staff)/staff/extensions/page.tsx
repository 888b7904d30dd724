import { StaffHead } from '@/components/frame/staff-frame';
import { ExtensionTable } from '@/components/review/extension-table';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { extensionRequests } from '@/lib/review/extension-queries';
import { page } from '@/lib/runtime/page';
import { grantExtensionAction, refuseExtensionAction } from './actions';

export const metadata = { title: '延期申请' };

export default page({ who: 'staff', may: 'extension.decide', at: paths.extensions }, async ({ ctx }) => {
  const rows = await extensionRequests(ctx);
  const open = rows.filter(({ status }) => status === 'ASKED').length;
  return (
    <Stack gap={4}>
      <StaffHead title="延期申请" note={`${open} 件等待答复；补正逾期 30 天内提出，一件申请一次`} />
      <ExtensionTable rows={rows} grant={grantExtensionAction} refuse={refuseExtensionAction} />
    </Stack>
  );
});
