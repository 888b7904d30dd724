import { StaffHead } from '@/components/frame/staff-frame';
import { WaitingList } from '@/components/portal/waiting-list';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatWeekday, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '业务人员工作台' };

export default page({ who: 'staff', may: 'staff.home', at: paths.staffHome }, async ({ ctx }) => {
  const tasks = await waitingForStaff(ctx);
  const today = shanghaiDayOf(ctx.now);
  return (
    <>
      <StaffHead title="今天的工作" note={`${formatDay(today)}，${formatWeekday(today)}`} />
      <WaitingList
        tasks={tasks.map(({ key, group, label, href, waits, count }) => ({ key, group, label, href, waits, count }))}
      />
    </>
  );
});
