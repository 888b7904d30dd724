import type { BankImportLine } from '@/lib/enterprise/bank-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

/** Files that were read, newest first: what each did, or that it was only tried. */
export function BankImportList({ rows }: { rows: readonly BankImportLine[] }) {
  return (
    <Table
      caption="导入记录"
      dense
      boxed
      columns={[
        { key: 'file', title: '文件' },
        { key: 'added', title: '新增', align: 'end', width: 's' },
        { key: 'changed', title: '变更', align: 'end', width: 's' },
        { key: 'gone', title: '撤销', align: 'end', width: 's' },
        { key: 'same', title: '相同', align: 'end', width: 's' },
        { key: 'wrong', title: '有误', align: 'end', width: 's' },
        { key: 'state', title: '状态', nowrap: true },
        { key: 'by', title: '经办', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.staffBankImport(row.id),
        cells: {
          file: (
            <>
              {row.fileName}
              <CellNote>{row.isWhole ? '整表' : '补充'}</CellNote>
            </>
          ),
          added: row.newCount,
          changed: row.changedCount,
          gone: row.goneCount,
          same: row.sameCount,
          wrong: row.wrongCount,
          state: row.confirmedAt ? (
            <Status look="text" tone="green">
              {formatDayTime(row.confirmedAt)} 导入
            </Status>
          ) : (
            <Status look="text" tone="neutral">
              仅试读
            </Status>
          ),
          by: row.by,
        },
      }))}
      empty={<EmptyState icon="inbox" title="还没有导入过文件" why="导入的每一份文件都会列在这里。" />}
    />
  );
}
