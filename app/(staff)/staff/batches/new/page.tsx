import { BudgetFigures } from '@/components/finance/budget-figures';
import { ClearedForm } from '@/components/finance/cleared-form';
import { ClearedSearch } from '@/components/finance/cleared-search';
import { StaffHead } from '@/components/frame/staff-frame';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { clearedCases, clearedYears, type ProgrammeYearChoice } from '@/lib/disbursement/batch-queries';
import { clearedFilter, filteredCases, obstaclesOf } from '@/lib/disbursement/rules/cleared-filter';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { makeBatchAction } from '../actions';

export const metadata = { title: '生成批次' };

const HERE = `${paths.batches()}/new`;

const hrefOf = ({ programmeId, year }: ProgrammeYearChoice) => `${HERE}?programme=${programmeId}&year=${year}`;

export default page({ who: 'staff', may: 'batch.make', at: () => HERE }, async ({ ctx, search }) => {
  const years = await clearedYears(ctx);
  const chosen =
    years.find((one) => one.programmeId === search.programme && String(one.year) === search.year) ?? years[0];
  if (!chosen) {
    return (
      <>
        <StaffHead title="生成批次" />
        <EmptyState
          icon="wallet"
          title="没有可以编批的申请"
          why="申请审核通过、公示期满后列在这里。"
          action={<LinkButton href={paths.batches()}>返回拨付批次</LinkButton>}
        />
      </>
    );
  }
  const { cases, budget } = await clearedCases(ctx, chosen);
  const filter = clearedFilter(search);
  const shown = filteredCases(cases, filter);
  const blocked = obstaclesOf(cases);
  return (
    <Stack gap={4}>
      <StaffHead title="生成批次" note={`${chosen.programmeName} ${chosen.year} 年度`} />
      {years.length > 1 && (
        <Tabs
          label="事项和年度"
          items={years.map((one) => ({
            label: `${one.programmeName} ${one.year}`,
            href: hrefOf(one),
            count: one.cleared,
            current: one === chosen,
          }))}
        />
      )}
      {budget && <BudgetFigures year={chosen.year} budget={budget} />}
      {blocked.length > 0 && (
        <Notice look="line">不能列入：{blocked.map(({ why, count }) => `${why} ${count} 件`).join('；')}</Notice>
      )}
      <ClearedSearch here={HERE} programmeId={chosen.programmeId} year={chosen.year} filter={filter} />
      <ClearedForm key={JSON.stringify(filter)} of={chosen} cases={shown} budget={budget} make={makeBatchAction} />
    </Stack>
  );
});
