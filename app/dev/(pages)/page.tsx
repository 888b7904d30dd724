import { MoveClock } from '@/components/dev/move-clock';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Table } from '@/components/ui/table';
import { demoAccounts } from '@/lib/demo/queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { latestFactorCodes } from '@/lib/access/second-factor/latest';
import { demoOnly } from '@/lib/runtime/demo';
import { environment } from '@/lib/runtime/environment';
import { page } from '@/lib/runtime/page';
import { moveClockAction } from './actions';

export default page({ who: 'public', servesPending: 'any' }, async ({ ctx }) => {
  demoOnly();
  const [accounts, codes] = await Promise.all([demoAccounts(ctx), latestFactorCodes(ctx, environment().demo)]);
  return (
    <>
      <PageHead title="演示环境" meta={`演示时钟 ${formatDayTime(ctx.now)}`} />
      <Card title="演示时钟">
        <MoveClock action={moveClockAction} />
      </Card>
      <Card title="演示账号" foot="业务人员登录还要填写动态口令，每 30 秒一换，刷新本页可见。">
        <Table
          caption="演示账号"
          columns={[
            { key: 'label', title: '角色' },
            { key: 'organisation', title: '企业名称' },
            { key: 'username', title: '用户名' },
            { key: 'password', title: '密码' },
            { key: 'code', title: '动态口令' },
          ]}
          rows={accounts.map((account) => ({
            key: `${account.organisation ?? ''}${account.username}`,
            cells: {
              label: account.label,
              organisation: account.organisation ?? '—',
              username: account.username,
              password: account.password,
              code: account.organisation ? '—' : (codes[account.username] ?? '—'),
            },
          }))}
          empty={<EmptyState title="没有演示账号" why="本数据库不是由演示数据建立的。" />}
        />
      </Card>
    </>
  );
});
