import { StaffHead } from '@/components/frame/staff-frame';
import { RecordForm } from '@/components/objection/record-form';
import { Card } from '@/components/ui/card';
import { Measure } from '@/components/ui/layout';
import { Breadcrumb } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { recordObjectionAction } from '../actions';

export const metadata = { title: '登记异议' };

export default page(
  { who: 'staff', may: 'objection.handle', at: () => paths.recordObjection() },
  async ({ search }) => (
    <Measure width="form">
      <Breadcrumb items={[{ label: '异议', href: paths.staffObjections() }, { label: '登记' }]} />
      <StaffHead title="登记异议" note="来信、来电、来访提出的；公示期满后提出的也在这里登记，并注明逾期提出" />
      <Card>
        <RecordForm action={recordObjectionAction} notice={(search.notice ?? '').slice(0, 20)} />
      </Card>
    </Measure>
  ),
);
