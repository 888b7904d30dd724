import type { ChangeLine } from '@/lib/enterprise/change-queries';
import { CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS, nextOfChange } from '@/lib/enterprise/rules/change-labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

/** Requests of the enterprise, newest first, each with what happens next. */
export function ChangeList({ rows }: { rows: readonly ChangeLine[] }) {
  return (
    <Table
      caption="变更请求"
      columns={[
        { key: 'kind', title: '请求' },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'next', title: '接下来' },
        { key: 'at', title: '时间', nowrap: true },
      ]}
      rows={rows.map((row) => {
        const { word, tone } = CHANGE_STATUS[row.status];
        return {
          key: row.id,
          href: paths.changeRequest(row.id),
          tone: row.status === 'RETURNED' ? 'amber' : undefined,
          cells: {
            kind: (
              <>
                {CHANGE_KIND_WORDS[row.kind]}
                <CellNote>{row.number ?? '尚未提交'}</CellNote>
              </>
            ),
            status: (
              <Status look="text" tone={tone}>
                {word}
              </Status>
            ),
            next: (
              <>
                {nextOfChange(row)}
                {row.answer && row.status !== 'GRANTED' && <CellNote>答复：{row.answer}</CellNote>}
              </>
            ),
            at: formatDayTime(row.decidedAt ?? row.submittedAt ?? row.createdAt),
          },
        };
      })}
      empty={<EmptyState icon="inbox" title="还没有变更请求" why="需要更换管理员，或营业执照有变化时，从上面开始。" />}
    />
  );
}
