import { AddEmployeeForm } from '@/components/employees/add-employee-form';
import { Card } from '@/components/ui/card';
import { Measure } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { grantableProgrammes } from '@/lib/access/employees-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { addEmployeeAction } from '../actions';

export const metadata = { title: '添加经办人' };

export default page({ who: 'enterprise', may: 'employees.manage', at: paths.newEmployee }, async ({ ctx }) => {
  const programmes = await grantableProgrammes(ctx);
  return (
    <Measure width="form">
      <PageHead
        breadcrumb={[
          { label: '人才服务用户空间', href: paths.space() },
          { label: '员工管理', href: paths.employees() },
          { label: '添加经办人' },
        ]}
        title="添加经办人"
      />
      <Card>
        <AddEmployeeForm action={addEmployeeAction} programmes={programmes} />
      </Card>
    </Measure>
  );
});
