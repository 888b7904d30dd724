import { z } from 'zod';
import { RequestTable } from '@/components/desk/request-table';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { deskRequests, REQUEST_VIEWS, type RequestView } from '@/lib/desk/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '变更请求' };

const views = z.enum(REQUEST_VIEWS).catch('open');
const LABELS: Readonly<Record<RequestView, string>> = {
  open: '待核对',
  mine: '我在核对',
  second: '待复核',
  returned: '待补正',
  done: '已办结',
};

export default page({ who: 'staff', may: 'desk.read', at: paths.staffChangeRequests }, async ({ ctx, search }) => {
  const view = views.parse(search.view);
  const { rows, counts } = await deskRequests(ctx, view);
  return (
    <Stack gap={3}>
      <StaffHead title="变更请求" note={`${counts.open} 件待核对，${counts.second} 件密码重置待复核`} />
      <Tabs
        label="视图"
        items={REQUEST_VIEWS.map((one) => ({
          label: LABELS[one],
          href: `${paths.staffChangeRequests()}?view=${one}`,
          count: one === 'done' ? undefined : counts[one],
          current: one === view,
        }))}
      />
      <RequestTable rows={rows} view={view} now={ctx.now} />
    </Stack>
  );
});
