import { ExportButton } from '@/components/export/export-button';
import { StaffHead } from '@/components/frame/staff-frame';
import { ChooseYear, chosenYear } from '@/components/statistics/choose-year';
import { YearFiguresView } from '@/components/statistics/year-figures';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { may } from '@/lib/access/authorise';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import type { StaffActor } from '@/lib/access/actor';
import { staffStatistics, type YearChoice } from '@/lib/statistics/queries';

export const metadata = { title: '统计' };

export default page({ who: 'staff', may: 'statistics.read', at: paths.staffStatistics }, async ({ ctx, search }) => {
  const { choices, figures } = await staffStatistics(ctx, chosenYear(search.of));
  return (
    <Stack gap={4}>
      <StaffHead
        title="统计"
        note="按事项和年度，数字随办理即时变化"
        actions={figures && <Exports chosen={figures.chosen} actor={ctx.actor} />}
      />
      <ChooseYear choices={choices} chosen={figures?.chosen ?? null} at={paths.staffStatistics()} />
      {figures ? (
        <YearFiguresView figures={figures} />
      ) : (
        <EmptyState icon="inbox" title="没有这个年度" why="请从上面选择一个事项和年度。" />
      )}
    </Stack>
  );
});

/** The rows behind the figures, for whoever may take them out. */
function Exports({ chosen, actor }: { chosen: YearChoice; actor: StaffActor }) {
  const input = { programme: chosen.code, year: chosen.year };
  const of = `${chosen.name} ${chosen.year} 年度`;
  return (
    <>
      {may(actor, 'export.talents') && (
        <ExportButton kind="talents" label="导出人员名单" input={input} what={`导出${of}已提交申请中的全部人员。`} />
      )}
      {may(actor, 'export.money') && (
        <ExportButton kind="money" label="导出拨付明细" input={input} what={`导出${of}的全部资金拨付及付款情况。`} />
      )}
    </>
  );
}
