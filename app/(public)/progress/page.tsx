import { WhereTheNumberIs } from '@/components/portal/number-drawing';
import { ProgressForm } from '@/components/portal/progress-form';
import { Card } from '@/components/ui/card';
import { Measure, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { lookUpProgressAction } from './actions';

export const metadata = { title: '办理进度查询' };

export default page({ who: 'public' }, async () => (
  <Measure width="form">
    <PageHead
      breadcrumb={[{ label: '首页', href: paths.home() }, { label: '办理进度查询' }]}
      title="我的申请办到哪了"
    />
    <Card>
      <Stack gap={6}>
        <ProgressForm action={lookUpProgressAction} />
        <WhereTheNumberIs loginHref={paths.login(paths.applications())} />
      </Stack>
    </Card>
  </Measure>
));
