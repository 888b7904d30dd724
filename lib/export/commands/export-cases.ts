import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { queueForExport } from '@/lib/review/export-queries';
import { STAGE_LABELS } from '@/lib/review/rules/labels';
import { VIEW_LABELS } from '@/lib/review/rules/queue';
import { filterWords, parseWish, SORT_LABELS } from '@/lib/review/rules/queue-filter';
import { CASE_COLUMNS } from '../rules/case-columns';
import type { ExportCases } from '../rules/export.schema';
import { beginExport, type ExportAnswer } from './begin-export';

/** 导出 of the queue as it stands on the page: the same view, filter, search and order, all of its pages. */
export async function exportCases(
  ctx: Context<StaffActor>,
  { stage, search: asked }: ExportCases,
): Promise<ExportAnswer> {
  authorise(ctx.actor, 'export.cases');
  const [wish, search] = [parseWish(asked), asked.q?.trim() ?? ''];
  const { count: rows, programmes, pages } = await queueForExport(ctx, { stage, wish, search });
  const filter = [
    ...(search ? [`查找“${search}”`] : [VIEW_LABELS[wish.view]]),
    ...filterWords(wish.filter, { programmes }).map(({ words }) => words),
    SORT_LABELS[wish.sort],
  ];
  const title = `${STAGE_LABELS[stage]}待办`;
  return beginExport(ctx, { kind: 'cases', title, filter, rows, isWhole: false, columns: CASE_COLUMNS, pages });
}
