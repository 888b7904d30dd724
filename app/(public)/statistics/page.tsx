import type { Metadata } from 'next';
import { ChooseYear, chosenYear } from '@/components/statistics/choose-year';
import { YearFiguresView } from '@/components/statistics/year-figures';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { publicStatistics } from '@/lib/statistics/queries';

export const metadata: Metadata = { title: '办理情况' };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const { choices, figures } = await publicStatistics(ctx, chosenYear(search.of));
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '首页', href: paths.home() }, { label: '办理情况' }]}
        title="办理情况"
        meta="各事项每年受理、审核和拨付的情况；件数过少的分组合并显示"
      />
      <Stack gap={4}>
        <ChooseYear choices={choices} chosen={figures?.chosen ?? null} at={paths.statistics()} />
        {figures ? (
          <YearFiguresView figures={figures} isPublic />
        ) : (
          <EmptyState icon="inbox" title="没有这个年度" why="请从上面选择一个事项和年度。" />
        )}
      </Stack>
    </>
  );
});
