import type { RegistrationLine } from '@/lib/desk/registration-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

/** Finished registrations; what is still to be looked over, the oldest first. */
export function RegistrationTable({ rows, view }: { rows: readonly RegistrationLine[]; view: 'open' | 'done' }) {
  return (
    <Table
      caption="新注册企业"
      dense
      boxed
      columns={[
        { key: 'unit', title: '企业' },
        { key: 'provider', title: '实名方式', nowrap: true },
        { key: 'done', title: '注册完成', nowrap: true },
        { key: 'papers', title: '材料核对', nowrap: true },
        { key: 'over', title: '查看', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.staffRegistration(row.id),
        cells: {
          unit: (
            <>
              {row.enterpriseName}
              <CellNote>{row.uscc}</CellNote>
            </>
          ),
          provider: row.provider === 'SUZHOU' ? '苏州CA' : '江苏CA',
          done: formatDayTime(row.doneAt),
          papers:
            row.papersInDoubt > 0 ? (
              <Status look="text" tone="amber">
                {row.papersInDoubt} 份读不出
              </Status>
            ) : (
              <Status look="text" tone="green">
                打印件相符
              </Status>
            ),
          over: row.lookedOverAt ? `${row.lookedOverBy ?? ''} ${formatDayTime(row.lookedOverAt)}` : '待查看',
        },
      }))}
      empty={
        <EmptyState
          icon="inbox"
          title={view === 'open' ? '没有待查看的注册' : '还没有查看过的注册'}
          why="企业注册完成后即可办理，材料由综合窗口事后查看。"
        />
      }
    />
  );
}
