import type { MissingLine } from '@/lib/disbursement/font-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';

/** The characters for which receipts wait, the longest first. The code point finds it where no screen shows it either. */
export function MissingTable({ rows }: { rows: readonly MissingLine[] }) {
  return (
    <Table
      caption="所缺的字"
      boxed
      columns={[
        { key: 'character', title: '字', nowrap: true },
        { key: 'codePoint', title: '编码', nowrap: true },
        { key: 'case', title: '受理编号', nowrap: true },
        { key: 'enterprise', title: '申报单位' },
        { key: 'since', title: '等待自', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: `${row.disbursementId} ${row.codePoint}`,
        href: paths.staffDisbursement(row.disbursementId),
        cells: {
          character: row.character,
          codePoint: row.codePoint,
          case: row.caseNumber,
          enterprise: row.enterprise,
          since: formatDayTime(row.since),
        },
      }))}
      empty={<EmptyState icon="check-circle" title="现在不缺字" why="收据因缺字不能打印时，所缺的字会列在这里。" />}
    />
  );
}
