import { notFound } from 'next/navigation';
import { FormerNames, InfoAttention, RegisteredFacts } from '@/components/change/info-page';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Status } from '@/components/ui/status';
import { enterpriseInfo } from '@/lib/enterprise/change-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业信息' };

export default page({ who: 'enterprise', at: paths.enterpriseInfo }, async ({ ctx }) => {
  const info = await enterpriseInfo(ctx, ctx.actor.enterpriseId);
  if (!info) notFound();
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '人才服务用户空间', href: paths.space() }, { label: '企业信息' }]}
        title="企业信息"
        status={
          ctx.actor.frozen ? (
            <Status tone="red" look="large">
              已冻结
            </Status>
          ) : undefined
        }
        meta={<span>申请和文书从这里取用；每一项都注明来源和日期。</span>}
      />
      <Columns
        sideLabel="变更"
        main={
          <Stack gap={6}>
            <InfoAttention info={info} />
            <RegisteredFacts info={info} />
            <FormerNames info={info} />
          </Stack>
        }
        side={
          <Card compact title="有变化时">
            <Stack gap={4}>
              <p>名称、地址等以新营业执照申请变更，由综合窗口核对。</p>
              <LinkButton href={paths.changeRequests()} icon="pen" full>
                变更企业信息
              </LinkButton>
              <DefinitionList
                items={[
                  {
                    label: '企业管理员',
                    value: info.administrator?.name,
                    note: info.administrator?.maskedMobile ?? '未绑定手机',
                  },
                ]}
              />
              <LinkButton href={paths.changeRequests()} variant="plain" full>
                更换管理员
              </LinkButton>
            </Stack>
          </Card>
        }
      />
    </>
  );
});
