import { z } from 'zod';
import { EmployeePage } from '@/components/employees/employee-page';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/layout';
import { employeeView } from '@/lib/access/employees-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import {
  bindMobileAction,
  disableEmployeeAction,
  enableEmployeeAction,
  grantProgrammesAction,
  handOverAction,
  resetPasswordAction,
} from '../actions';

export const metadata = { title: '员工' };

export default page(
  {
    who: 'enterprise',
    may: 'employees.manage',
    params: z.object({ id: z.uuid() }),
    at: ({ id }) => paths.employee(id),
  },
  async ({ ctx, params, search }) => {
    const view = await employeeView(ctx, params.id);
    return (
      <Stack gap={6}>
        {search.added && (
          <Notice tone="green" role="status" title="员工已添加">
            初始密码已发至 {view.employee.maskedMobile}，72 小时内有效，首次登录须修改。
          </Notice>
        )}
        <EmployeePage
          view={view}
          now={ctx.now}
          actions={{
            bind: bindMobileAction,
            disable: disableEmployeeAction,
            enable: enableEmployeeAction,
            grant: grantProgrammesAction,
            handOver: handOverAction,
            reset: resetPasswordAction,
          }}
        />
      </Stack>
    );
  },
);
