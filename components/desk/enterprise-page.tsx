import type { StaffEnterprise } from '@/lib/desk/enterprise-queries';
import { ENTERPRISE_ROLE_WORDS } from '@/lib/access/rules/role-words';
import { CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { FormerNames, RegisteredFacts } from '../change/info-page';
import type { Act } from '../disbursement/act-confirm';
import { StaffHead } from '../frame/staff-frame';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Columns, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { Table } from '../ui/table';
import styles from './desk.module.css';
import { FreezeAct } from './freeze-act';
import { HistoryCard } from './history-card';

/** One enterprise as the desk sees it; freezing and its end are here. */
export function StaffEnterprisePage({ view, freeze, unfreeze }: { view: StaffEnterprise; freeze: Act; unfreeze: Act }) {
  const { cases, disbursements } = view.running;
  const lastFreeze = view.history.find(({ word }) => word === '冻结企业');
  return (
    <Stack gap={4}>
      <StaffHead
        title={view.name}
        note={
          <>
            <span className={styles.code}>{view.uscc}</span>{' '}
            <Status tone={view.frozen ? 'red' : 'green'}>{view.frozen ? '已冻结' : '正常'}</Status>
          </>
        }
        actions={
          <FreezeAct
            enterpriseId={view.id}
            name={view.name}
            frozen={view.frozen}
            act={view.frozen ? unfreeze : freeze}
            running={`在办申请 ${cases} 件、拨付 ${disbursements} 件将停下。`}
          />
        }
      />
      {view.frozen && (
        <Notice tone="red" icon="lock" title="已冻结，只能登录查看">
          {lastFreeze?.reason}
        </Notice>
      )}
      {view.otherHolders > 0 && (
        <Notice tone="amber" title={`${view.otherHolders} 个银行账户的户名与现名称不同`}>
          申报单位须新增现名称的账户后才能确认收款。
        </Notice>
      )}
      <Columns
        sideLabel="经过"
        sideWidth="l"
        main={
          <Stack gap={6}>
            <People view={view} />
            <Requests view={view} />
            <RegisteredFacts info={view} />
            <FormerNames info={view} />
          </Stack>
        }
        side={<HistoryCard lines={view.history} />}
      />
    </Stack>
  );
}

function People({ view }: { view: StaffEnterprise }) {
  return (
    <Section title="人员" note="手机和邮箱不完整显示">
      <Table
        caption="人员"
        dense
        boxed
        columns={[
          { key: 'username', title: '用户名', nowrap: true },
          { key: 'name', title: '姓名' },
          { key: 'role', title: '角色', nowrap: true },
          { key: 'mobile', title: '手机', nowrap: true },
          { key: 'email', title: '邮箱' },
          { key: 'status', title: '状态', nowrap: true },
          { key: 'seen', title: '最近登录', nowrap: true },
        ]}
        rows={view.people.map((person) => ({
          key: person.username,
          cells: {
            username: person.username,
            name: person.displayName,
            role: ENTERPRISE_ROLE_WORDS[person.role],
            mobile: person.maskedMobile ?? '未绑定',
            email: person.maskedEmail ?? '未绑定',
            status: (
              <Status look="text" tone={person.disabled ? 'neutral' : 'green'}>
                {person.disabled ? '已停用' : '正常'}
              </Status>
            ),
            seen: person.lastSignIn ? formatDayTime(person.lastSignIn) : '没有登录过',
          },
        }))}
      />
    </Section>
  );
}

function Requests({ view }: { view: StaffEnterprise }) {
  const registrations = view.registrations.map(({ id, doneAt, provider }) => ({
    key: id,
    ...(view.mayOpenRequests && { href: paths.staffRegistration(id) }),
    cells: {
      what: `实名注册（${provider === 'SUZHOU' ? '苏州CA' : '江苏CA'}）`,
      at: doneAt ? formatDayTime(doneAt) : '未完成',
      status: (
        <Status look="text" tone={doneAt ? 'green' : 'neutral'}>
          {doneAt ? '注册完成' : '未完成'}
        </Status>
      ),
    },
  }));
  const requests = view.requests.map(({ id, number, kind, status, submittedAt }) => ({
    key: id,
    ...(view.mayOpenRequests && { href: paths.staffChangeRequest(id) }),
    cells: {
      what: `${CHANGE_KIND_WORDS[kind]} ${number}`,
      at: formatDayTime(submittedAt),
      status: (
        <Status look="text" tone={CHANGE_STATUS[status].tone}>
          {CHANGE_STATUS[status].word}
        </Status>
      ),
    },
  }));
  return (
    <Section title="注册和请求">
      <Table
        caption="注册和请求"
        dense
        boxed
        columns={[
          { key: 'what', title: '事项' },
          { key: 'at', title: '时间', nowrap: true },
          { key: 'status', title: '状态', nowrap: true },
        ]}
        rows={[...requests, ...registrations]}
        empty={<EmptyState title="没有记录" why="注册和变更请求会列在这里。" />}
      />
    </Section>
  );
}
