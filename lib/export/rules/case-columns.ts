import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { QueueRow } from '@/lib/review/rules/queue';
import { count, money, text, type SheetColumn } from './columns';

export type CaseLine = { readonly row: QueueRow; readonly uscc: string };

/** The queue's own columns; the credit code beside the name, so that rows are found again in other books. */
export const CASE_COLUMNS: readonly SheetColumn<CaseLine>[] = [
  text('受理编号', 20, ({ row }) => row.number),
  text('企业名称', 36, ({ row }) => row.enterpriseName),
  text('统一社会信用代码', 22, ({ uscc }) => uscc),
  text('事项', 28, ({ row }) => row.programmeName),
  count('第几次提交', ({ row }) => row.submission),
  text('首位人员', 14, ({ row }) => row.firstTalent),
  count('人数', ({ row }) => row.talents),
  money('预计金额（元）', ({ row }) => row.expectedFen),
  text('自动核验', 18, ({ row }) => row.checks.words),
  text('送达时间', 22, ({ row }) => formatDayTime(row.since)),
  text('办理期限', 14, ({ row }) => row.due.day),
  text('办理人', 14, ({ row }) => row.claim?.name ?? ''),
  text('预留给', 14, ({ row }) => row.reservedFor?.name ?? ''),
  text('拟不予支持', 12, ({ row }) => (row.proposedRejection ? '是' : '')),
  text('暂停', 8, ({ row }) => (row.held ? '是' : '')),
];
