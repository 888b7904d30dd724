import { LookUpForm } from '@/components/objection/look-up-form';
import { Card } from '@/components/ui/card';
import { Measure } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { lookUpObjectionAction } from './actions';

export const metadata = { title: '异议办理进度', robots: { index: false, follow: false } };

export default page({ who: 'public' }, async ({ search }) => (
  <Measure width="form">
    <PageHead
      breadcrumb={[
        { label: '首页', href: paths.home() },
        { label: '通知公示', href: paths.notices() },
        { label: '异议办理进度' },
      ]}
      title="异议办理进度"
    />
    <Card>
      <LookUpForm action={lookUpObjectionAction} number={(search.number ?? '').slice(0, 20)} />
    </Card>
  </Measure>
));
