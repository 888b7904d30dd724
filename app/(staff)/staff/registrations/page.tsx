import { RegistrationTable } from '@/components/desk/registration-table';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { deskRegistrations } from '@/lib/desk/registration-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '新注册企业' };

export default page({ who: 'staff', may: 'desk.read', at: paths.staffRegistrations }, async ({ ctx, search }) => {
  const view = search.view === 'done' ? 'done' : 'open';
  const { rows, counts } = await deskRegistrations(ctx, view);
  return (
    <Stack gap={3}>
      <StaffHead title="新注册企业" note="企业以 CA 证明身份，注册即生效；材料由窗口事后查看" />
      <Tabs
        label="视图"
        items={[
          { label: '待查看', href: paths.staffRegistrations(), count: counts.open, current: view === 'open' },
          { label: '已查看', href: `${paths.staffRegistrations()}?view=done`, current: view === 'done' },
        ]}
      />
      <RegistrationTable rows={rows} view={view} />
    </Stack>
  );
});
