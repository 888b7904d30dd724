import 'server-only';
import type { Context } from '@/lib/access/context';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import { noticePeriod } from './rules/period';
import { batchTitle } from './rules/titles';
import { sheetOf, type NoticeSheet } from './rules/views';
import { nextBatch, noticeVersionId, type NoticeRow } from './store';

type Reading = Pick<Context, 'db' | 'now'>;

/**
 * The sheet of a notice: what the public reads, what the desk previews and what a snapshot keeps are made here and
 * nowhere else. A draft stands as it would hang out if it were published now.
 */
export async function sheetFor(ctx: Reading, row: NoticeRow): Promise<NoticeSheet> {
  const { config } = await versionById(ctx, await noticeVersionId(ctx.db, row.id));
  const { notice } = config;
  if (row.status !== 'DRAFT') return sheetOf(row, notice, ctx.now);
  const planned = noticePeriod(ctx.now, notice.workingDays, chineseCalendar);
  const title = batchTitle(row.title, await nextBatch(ctx.db, row));
  return sheetOf({ ...row, ...planned, title }, notice, ctx.now);
}
