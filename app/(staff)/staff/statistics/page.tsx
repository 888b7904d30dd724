import { StaffHead } from '@/components/frame/staff-frame';
import { ChooseYear, chosenYear } from '@/components/statistics/choose-year';
import { YearFiguresView } from '@/components/statistics/year-figures';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { staffStatistics } from '@/lib/statistics/queries';

export const metadata = { title: '统计' };

export default page({ who: 'staff', may: 'statistics.read', at: paths.staffStatistics }, async ({ ctx, search }) => {
  const { choices, figures } = await staffStatistics(ctx, chosenYear(search.of));
  return (
    <Stack gap={4}>
      <StaffHead title="统计" note="按事项和年度，数字随办理即时变化" />
      <ChooseYear choices={choices} chosen={figures?.chosen ?? null} at={paths.staffStatistics()} />
      {figures ? (
        <YearFiguresView figures={figures} />
      ) : (
        <EmptyState icon="inbox" title="没有这个年度" why="请从上面选择一个事项和年度。" />
      )}
    </Stack>
  );
});
