import type { LayoutVersionLine } from '@/lib/disbursement/layout-queries';
import { BANK_LAYOUT_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { EmptyState } from '../ui/empty-state';
import { CellNote, Table } from '../ui/table';

/** Every version of every bank's layout, with who published it and how many payment files are written in it. */
export function LayoutTable({ rows }: { rows: readonly LayoutVersionLine[] }) {
  return (
    <Table
      caption="银行文件格式"
      dense
      boxed
      columns={[
        { key: 'name', title: '格式' },
        { key: 'number', title: '版本', nowrap: true },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'at', title: '发布' },
        { key: 'files', title: '付款文件', align: 'end', width: 's' },
        { key: 'hash', title: '摘要', onPhone: 'hide' },
        { key: 'file', title: '文件', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.bankLayout(row.id),
        tone: row.status === 'DRAFT' ? 'amber' : undefined,
        cells: {
          name: (
            <>
              {row.name}
              <CellNote>{row.code}</CellNote>
            </>
          ),
          number: `第 ${row.number} 版`,
          status: <StatusTag label={BANK_LAYOUT_STATUS[row.status]} look="text" />,
          at: row.publishedAt && (
            <>
              {formatDayTime(row.publishedAt)}
              <CellNote>{row.publisherName ?? '随系统提供'}</CellNote>
            </>
          ),
          files: row.files,
          hash: <code title={row.sha256}>{row.sha256.slice(0, 12)}</code>,
          file: (
            <Anchor href={paths.bankLayoutFile(row.id)} download>
              下载格式
            </Anchor>
          ),
        },
      }))}
      empty={<EmptyState icon="bank" title="还没有银行文件格式" why="上传并发布第一份格式后，才能生成付款文件。" />}
    />
  );
}
