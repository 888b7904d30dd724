import { EmployeeTable } from '@/components/employees/employee-table';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { employees } from '@/lib/access/employees-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '员工管理' };

export default page({ who: 'enterprise', may: 'employees.manage', at: paths.employees }, async ({ ctx }) => {
  const rows = await employees(ctx);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务', href: paths.talentServices() },
          { label: '人才服务用户空间', href: paths.space() },
          { label: '员工管理' },
        ]}
        title="员工管理"
        meta={<span>每人一个账号。离职的请停用，未提交的申请可以交接。</span>}
        aside={
          <LinkButton href={paths.newEmployee()} variant="primary" icon="plus">
            添加经办人
          </LinkButton>
        }
      />
      <Card flush>
        <EmployeeTable employees={rows} now={ctx.now} />
      </Card>
    </>
  );
});
