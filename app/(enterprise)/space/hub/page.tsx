import { todosOf } from '@/components/enterprise-home/todos';
import { EntranceList } from '@/components/portal/entrance-list';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { openMatters } from '@/lib/enterprise/home-queries';
import { paths } from '@/lib/kernel/paths';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '苏州工业园区人才信息枢纽平台' };

export default page({ who: 'enterprise', at: paths.hub }, async ({ ctx }) => {
  const todos = todosOf(await openMatters(ctx), shanghaiDayOf(ctx.now));
  const waiting = (kinds: readonly string[]) => todos.filter(({ kind }) => kinds.includes(kind)).length;
  return (
    <Stack gap={6}>
      <PageHead
        breadcrumb={[
          { label: '人才服务', href: paths.talentServices() },
          { label: '人才服务用户空间', href: paths.space() },
          { label: '苏州工业园区人才信息枢纽平台' },
        ]}
        title="苏州工业园区人才信息枢纽平台"
      />
      <Card flush>
        <EntranceList
          entrances={[
            {
              title: '人才资金拨付申请',
              href: paths.disbursements(),
              note: note('待拨付资金列表：上传在职证明，确认账户，打印并上传收据', waiting(['disbursement'])),
              icon: 'wallet',
            },
            {
              title: '补贴申请',
              href: paths.applications(),
              note: note('填写、提交、补正，查看进展', waiting(['returned', 'draft'])),
              icon: 'file',
            },
          ]}
        />
      </Card>
    </Stack>
  );
});

function note(what: string, waiting: number): string {
  return waiting > 0 ? `${what}。${waiting} 项等您办理` : what;
}
