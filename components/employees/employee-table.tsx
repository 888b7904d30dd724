import { ENTERPRISE_ROLE_WORDS } from '@/lib/access/rules/role-words';
import type { Employee } from '@/lib/access/employees-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Muted, Stack } from '../ui/layout';
import { Table } from '../ui/table';
import { EmployeeStatus } from './employee-status';

/** Everybody of the enterprise; each row leads to what can be changed. The administrator's own is read only. */
export function EmployeeTable({ employees, now }: { employees: readonly Employee[]; now: Date }) {
  return (
    <Table
      caption="员工"
      columns={[
        { key: 'who', title: '员工' },
        { key: 'status', title: '状态', width: 'm' },
        { key: 'mobile', title: '绑定手机', width: 'm', nowrap: true },
        { key: 'programmes', title: '可办理事项' },
        { key: 'seen', title: '最近登录', width: 'l' },
      ]}
      rows={employees.map((one) => ({
        key: one.id,
        href: one.role === 'ADMIN' ? undefined : paths.employee(one.id),
        cells: {
          who: (
            <Stack gap={0}>
              <b>{one.displayName}</b>
              <Muted>
                {one.username}，{ENTERPRISE_ROLE_WORDS[one.role]}
              </Muted>
            </Stack>
          ),
          status: <EmployeeStatus employee={one} now={now} />,
          mobile: one.maskedMobile ?? <Muted>未绑定</Muted>,
          programmes: <Programmes employee={one} />,
          seen: one.lastSignIn ? formatDayTime(one.lastSignIn) : <Muted>尚未登录</Muted>,
        },
      }))}
      empty={<EmptyState title="还没有员工" why="添加经办人后，由其办理指定的事项。" />}
    />
  );
}

function Programmes({ employee: { role, programmes } }: { employee: Employee }) {
  if (role === 'ADMIN') return <Muted>管理员工和企业信息</Muted>;
  if (role === 'SUPER') return '全部事项';
  if (programmes.length === 0) return <Muted>尚未授权</Muted>;
  return programmes.map(({ name }) => name).join('、');
}
