import { BeginCards } from '@/components/change/begin-cards';
import { ChangeList } from '@/components/change/change-list';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { may } from '@/lib/access/authorise';
import { myChanges } from '@/lib/enterprise/change-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { beginChangeAction } from './actions';

export const metadata = { title: '变更请求' };

export default page({ who: 'enterprise', at: paths.changeRequests }, async ({ ctx }) => {
  const rows = await myChanges(ctx);
  const isOpen = (status: string) => ['DRAFT', 'RECEIVED', 'IN_CHECK', 'RETURNED'].includes(status);
  const open = rows.filter(({ status }) => isOpen(status)).map(({ kind }) => kind);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务用户空间', href: paths.space() },
          { label: '企业信息', href: paths.enterpriseInfo() },
          { label: '变更请求' },
        ]}
        title="变更请求"
        meta={<span>材料在线提交，综合窗口核对，一般两个工作日内答复。</span>}
      />
      <Stack gap={6}>
        {may(ctx.actor, 'change.request', ctx.actor) ? (
          <BeginCards begin={beginChangeAction} open={open} />
        ) : (
          <Notice tone="amber" title="只能查看">
            {ctx.actor.frozen ? '本单位已被冻结，暂时不能提交请求。' : '变更请求由企业管理员或超级用户提交。'}
          </Notice>
        )}
        <Card title="已提的请求" flush>
          <ChangeList rows={rows} />
        </Card>
      </Stack>
    </>
  );
});
