import { STAFF_ROLE_WORDS } from '@/lib/access/rules/role-words';
import type { StaffPersonView } from '@/lib/access/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { HistoryCard } from '../desk/history-card';
import { StaffHead } from '../frame/staff-frame';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Columns, Muted, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { AccountStatus, FactorStatus } from './people-table';
import { AccountAct, FactorAct, PasswordAct, type PersonActions } from './person-acts';

export type PersonPageProps = { view: StaffPersonView; now: Date; actions: PersonActions };

/** One of the office: who it is, what protects the account, what a security administrator may do, and what was done. */
export function PersonPage({ view, now, actions }: PersonPageProps) {
  return (
    <Stack gap={4}>
      <StaffHead
        title={view.displayName}
        note={
          <>
            <AccountStatus person={view} look="tag" /> {view.username}
          </>
        }
        actions={
          <LinkButton size="s" variant="plain" href={paths.staffPeople()}>
            全部人员
          </LinkButton>
        }
      />
      <Attention view={view} />
      <Columns
        sideLabel="经过"
        sideWidth="l"
        main={
          <Stack gap={4}>
            <Protection view={view} now={now} actions={actions} />
            <Identity view={view} />
          </Stack>
        }
        side={
          view.history.length > 0 ? (
            <HistoryCard lines={view.history} />
          ) : (
            <Card compact title="经过">
              <Muted>还没有重置、停用或更换过。</Muted>
            </Card>
          )
        }
      />
    </Stack>
  );
}

function Attention({ view }: { view: StaffPersonView }) {
  if (!view.mayChange) {
    return <Notice title="这是您自己的账号">本人的动态口令、密码和停用，由另一位安全管理员办理。</Notice>;
  }
  if (view.factor === 'to-rebind' && !view.maskedMobile && !view.maskedEmail) {
    return (
      <Notice tone="amber" title="请另行告知本人">
        动态口令已重置，但本人没有绑定手机和邮箱，系统无处通知。
      </Notice>
    );
  }
  return null;
}

function Protection({ view, now, actions }: PersonPageProps) {
  return (
    <Card title="登录保护">
      <DefinitionList
        look="lines"
        items={[
          {
            label: '动态口令',
            value: <FactorStatus person={view} />,
            note: factorNote(view),
            action: view.mayChange && view.factor === 'bound' && <FactorAct view={view} act={actions.resetFactor} />,
          },
          {
            label: '密码',
            value: passwordWords(view, now),
            note: view.maskedMobile ? undefined : '没有绑定手机，不能发送初始密码',
            action: view.mayChange && view.maskedMobile && !view.isDisabled && (
              <PasswordAct view={view} act={actions.resetPassword} />
            ),
          },
          {
            label: '账号',
            value: <AccountStatus person={view} />,
            note: view.openSessions > 0 ? `此刻登录 ${view.openSessions} 处` : '此刻没有登录',
            action: view.mayChange && (
              <AccountAct view={view} act={view.isDisabled ? actions.enable : actions.disable} />
            ),
          },
        ]}
      />
    </Card>
  );
}

function factorNote({ factor, factorSince, factorRemovedAt, recoveryCodesLeft }: StaffPersonView): string {
  if (factorSince) return `${formatDayTime(factorSince)} 绑定，恢复码还剩 ${recoveryCodesLeft} 个`;
  if (factor === 'to-rebind' && factorRemovedAt) return `${formatDayTime(factorRemovedAt)} 解除，下次登录须重新绑定`;
  return '下次登录须先绑定';
}

function passwordWords({ initialUntil }: StaffPersonView, now: Date): string {
  if (!initialUntil) return '本人设定';
  const until = formatDayTime(initialUntil);
  return initialUntil <= now ? `初始密码已于 ${until} 过期` : `初始密码，有效至 ${until}`;
}

function Identity({ view }: { view: StaffPersonView }) {
  return (
    <Card title="人员">
      <DefinitionList
        look="lines"
        items={[
          { label: '岗位', value: view.roles.map((role) => STAFF_ROLE_WORDS[role]).join('、') || '没有岗位' },
          { label: '最近登录', value: view.lastSignIn ? formatDayTime(view.lastSignIn) : '没有登录过' },
          { label: '绑定手机', value: view.maskedMobile ?? '未绑定', note: '由本人在“我的账号”绑定' },
          { label: '绑定邮箱', value: view.maskedEmail ?? '未绑定' },
          { label: '开通日期', value: formatDay(shanghaiDayOf(view.createdAt)) },
        ]}
      />
    </Card>
  );
}
