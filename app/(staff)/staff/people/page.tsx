import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { PeopleTable } from '@/components/people/people-table';
import { Stack } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { PEOPLE_VIEWS, staffPeople, type PeopleView } from '@/lib/access/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '业务人员' };

const views = z.enum(PEOPLE_VIEWS).catch('all');
const LABELS: Readonly<Record<PeopleView, string>> = { all: '全部', unbound: '待绑定', disabled: '已停用' };

export default page({ who: 'staff', may: 'staff.manage', at: paths.staffPeople }, async ({ ctx, search }) => {
  const view = views.parse(search.view);
  const { rows, counts } = await staffPeople(ctx, view);
  return (
    <Stack gap={3}>
      <StaffHead title="业务人员" note="岗位、最近登录和登录保护；点姓名重置动态口令、停用账号" />
      <Tabs
        label="视图"
        items={PEOPLE_VIEWS.map((one) => ({
          label: LABELS[one],
          href: `${paths.staffPeople()}?view=${one}`,
          count: counts[one],
          current: one === view,
        }))}
      />
      <PeopleTable rows={rows} view={view} />
    </Stack>
  );
});
