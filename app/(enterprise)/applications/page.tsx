import { MyCaseTable } from '@/components/case/my-case-table';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { myApplications } from '@/lib/application/case-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '补贴申请' };

export default page({ who: 'enterprise', at: paths.applications }, async ({ ctx }) => {
  const cases = await myApplications(ctx);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务', href: paths.talentServices() },
          { label: '人才服务用户空间', href: paths.space() },
          { label: '补贴申请' },
        ]}
        title="补贴申请"
        meta={cases.length > 0 ? `共 ${cases.length} 件` : undefined}
        aside={
          <LinkButton href={paths.talentServices()} variant="primary" icon="plus">
            申请新的补贴
          </LinkButton>
        }
      />
      <Card flush>
        <MyCaseTable cases={cases} />
      </Card>
    </>
  );
});
