import { MoveClock } from '@/components/dev/move-clock';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Table } from '@/components/ui/table';
import { demoAccounts } from '@/lib/demo/queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { demoOnly } from '@/lib/runtime/demo';
import { page } from '@/lib/runtime/page';
import { moveClockAction } from './actions';

export default page({ who: 'public' }, async ({ ctx }) => {
  demoOnly();
  const accounts = await demoAccounts(ctx);
  return (
    <>
      <PageHead title="演示环境" meta={`演示时钟 ${formatDayTime(ctx.now)}`} />
      <Card title="演示时钟">
        <MoveClock action={moveClockAction} />
      </Card>
      <Card title="演示账号">
        <Table
          caption="演示账号"
          columns={[
            { key: 'label', title: '角色' },
            { key: 'organisation', title: '企业名称' },
            { key: 'username', title: '用户名' },
            { key: 'password', title: '密码' },
          ]}
          rows={accounts.map((account) => ({
            key: `${account.organisation ?? ''}${account.username}`,
            cells: {
              label: account.label,
              organisation: account.organisation ?? '—',
              username: account.username,
              password: account.password,
            },
          }))}
          empty={<EmptyState title="没有演示账号" why="本数据库不是由演示数据建立的。" />}
        />
      </Card>
    </>
  );
});
