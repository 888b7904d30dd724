import { FACTOR_WORDS } from '@/lib/access/rules/factor-standing';
import { STAFF_ROLE_WORDS } from '@/lib/access/rules/role-words';
import type { PeopleView, StaffPerson } from '@/lib/access/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Muted } from '../ui/layout';
import { Status, Tag } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const EMPTY: Readonly<Record<PeopleView, { title: string; why: string }>> = {
  all: { title: '还没有业务人员', why: '开通的账号会列在这里。' },
  unbound: { title: '都已绑定', why: '在用而没有动态口令的账号会列在这里，下次登录时须先绑定。' },
  disabled: { title: '没有停用的账号', why: '停用的账号会列在这里，可以重新启用。' },
};

/** The people of the office: their parts in words, when they came last, and what protects each account. */
export function PeopleTable({ rows, view }: { rows: readonly StaffPerson[]; view: PeopleView }) {
  return (
    <Table
      caption="业务人员"
      dense
      boxed
      columns={[
        { key: 'who', title: '人员' },
        { key: 'roles', title: '岗位' },
        { key: 'seen', title: '最近登录', nowrap: true },
        { key: 'factor', title: '动态口令', nowrap: true },
        { key: 'status', title: '账号', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.staffPerson(row.id),
        tone: row.isMe ? 'current' : undefined,
        cells: {
          who: (
            <>
              {row.displayName} {row.isMe && <Tag>您</Tag>}
              <CellNote>{row.username}</CellNote>
            </>
          ),
          roles: row.roles.map((role) => STAFF_ROLE_WORDS[role]).join('、') || <Muted>没有岗位</Muted>,
          seen: row.lastSignIn ? formatDayTime(row.lastSignIn) : <Muted>没有登录过</Muted>,
          factor: <FactorStatus person={row} />,
          status: <AccountStatus person={row} />,
        },
      }))}
      empty={<EmptyState icon="user" {...EMPTY[view]} />}
    />
  );
}

type Look = 'text' | 'tag' | 'large';

export function FactorStatus({ person, look = 'text' }: { person: Pick<StaffPerson, 'factor'>; look?: Look }) {
  const { word, tone } = FACTOR_WORDS[person.factor];
  return (
    <Status look={look} tone={tone}>
      {word}
    </Status>
  );
}

export function AccountStatus({ person, look = 'text' }: { person: Pick<StaffPerson, 'isDisabled'>; look?: Look }) {
  return person.isDisabled ? (
    <Status look={look} tone="neutral" icon="stop">
      已停用
    </Status>
  ) : (
    <Status look={look} tone="green">
      启用中
    </Status>
  );
}
