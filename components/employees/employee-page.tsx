import { ENTERPRISE_ROLE_WORDS } from '@/lib/access/rules/role-words';
import type { EmployeeView } from '@/lib/access/employees-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { AccountForm, type FormAction } from '../account/account-form';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Columns, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PageHead } from '../ui/page-head';
import { ActButton } from './act-button';
import { EmployeeStatus } from './employee-status';
import { GrantForm } from './grant-form';
import { HandOverForm } from './hand-over-form';

export type EmployeeActions = Readonly<
  Record<'bind' | 'disable' | 'enable' | 'grant' | 'handOver' | 'reset', FormAction>
>;

type Props = { view: EmployeeView; now: Date; actions: EmployeeActions };

/** One account: what it may do, its telephone and password, and what to do when its owner leaves. */
export function EmployeePage(props: Props) {
  const { employee } = props.view;
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务用户空间', href: paths.space() },
          { label: '员工管理', href: paths.employees() },
          { label: employee.displayName },
        ]}
        title={employee.displayName}
        status={<EmployeeStatus employee={employee} now={props.now} look="large" />}
        meta={
          <span>
            {employee.username}（{ENTERPRISE_ROLE_WORDS[employee.role]}）
          </span>
        }
      />
      <Columns main={<Main {...props} />} side={<Side {...props} />} sideLabel="账号" />
    </>
  );
}

function Main({ view: { employee, programmes, openCases, colleagues }, actions }: Props) {
  return (
    <Stack gap={6}>
      <Card title="可办理事项">
        {employee.role === 'HANDLER' ? (
          <GrantForm
            action={actions.grant}
            employeeId={employee.id}
            programmes={programmes}
            granted={employee.programmes.map(({ id }) => id)}
          />
        ) : (
          <p>超级用户可办理全部事项，无须授权。</p>
        )}
      </Card>
      <Card title="绑定手机" aside={employee.maskedMobile ?? '未绑定'}>
        <AccountForm
          action={actions.bind}
          fields={[
            { name: 'mobile', label: '新手机号码', kind: 'tel', hint: '接收初始密码和账号提醒，也用于找回密码。' },
          ]}
          hidden={{ employeeId: employee.id }}
          submitLabel={employee.maskedMobile ? '更换手机' : '绑定手机'}
          pendingLabel="正在保存"
          notDone="手机尚未绑定"
        />
      </Card>
      <Card title="未提交的申请" aside={`${openCases.length} 件`}>
        {openCases.length === 0 ? (
          <p>名下没有未提交或待修改的申请。</p>
        ) : (
          <HandOverForm
            action={actions.handOver}
            employeeId={employee.id}
            cases={openCases.map(({ label }) => label)}
            colleagues={colleagues}
          />
        )}
      </Card>
    </Stack>
  );
}

function Side({ view: { employee, openCases }, now, actions }: Props) {
  const { id, displayName, isDisabled, initialUntil, lastSignIn, maskedMobile } = employee;
  return (
    <Stack gap={6}>
      <Card title="密码" compact>
        <Stack gap={4}>
          {initialUntil && (
            <p>
              初始密码{initialUntil <= now ? '已于' : '有效至'} {formatDayTime(initialUntil)}
              {initialUntil <= now && ' 过期'}
            </p>
          )}
          <DefinitionList items={[{ label: '最近登录', value: lastSignIn ? formatDayTime(lastSignIn) : '尚未登录' }]} />
          <ActButton
            action={actions.reset}
            fields={{ employeeId: id }}
            label="重置密码"
            title="重置这名员工的密码？"
            thing={displayName}
            consequence={`新的初始密码发至 ${maskedMobile ?? '绑定的手机'}。原密码作废，已登录的设备全部退出。`}
          />
        </Stack>
      </Card>
      <Card title={isDisabled ? '启用账号' : '停用账号'} compact>
        <Stack gap={4}>
          {isDisabled ? (
            <p>启用后可用原密码登录，授权的事项不变。</p>
          ) : (
            <p>停用后立即从所有设备退出，手机拍照链接失效，不能再登录。已办事项不受影响。</p>
          )}
          {!isDisabled && openCases.length > 0 && (
            <Notice tone="amber" title={`名下有 ${openCases.length} 件未提交的申请`}>
              停用前后都可以交接给同事。
            </Notice>
          )}
          <ActButton
            action={isDisabled ? actions.enable : actions.disable}
            fields={{ employeeId: id }}
            label={isDisabled ? '启用账号' : '停用账号'}
            title={isDisabled ? '启用这个账号？' : '停用这个账号？'}
            thing={displayName}
            consequence={isDisabled ? '该员工可以重新登录。' : '该员工立即从所有设备退出。'}
            undoUntil={isDisabled ? '随时可以再停用。' : '随时可以重新启用。'}
            danger={!isDisabled}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
