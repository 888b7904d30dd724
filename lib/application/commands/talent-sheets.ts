import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { KEY_HEADING } from '../rules/import-columns';
import type { PlannedRow } from '../rules/import-plan';
import { markedSheet, talentSheet, type Marked } from '../document/talent-sheet';
import { importForReading, type ImportAtHand } from '../import-queries';
import { configForReading } from '../export-queries';

/** The empty template of one's own application, by the version of the programme that it is pinned to. */
export async function templateFile(ctx: Context<EnterpriseActor>, applicationId: string): Promise<Uint8Array> {
  return talentSheet(await configForReading(ctx, applicationId));
}

/** The sheet that was read, back with its errors marked. Denied for anybody else's. */
export async function markedFile(
  ctx: Context<EnterpriseActor>,
  applicationId: string,
  importId: string,
): Promise<Uint8Array> {
  const found = await importForReading(ctx, applicationId, importId);
  const { cells, config, plan, read } = found;
  const key = (cells[read.headingAt] ?? []).findIndex((text) => text.trim() === KEY_HEADING);
  return markedSheet(cells, {
    title: config.entryWord,
    headingAt: read.headingAt,
    keyPlace: key < 0 ? null : key,
    rows: new Map(plan.map((row) => [row.line - 1, markOf(row, found)])),
  });
}

const RESULT: Readonly<Record<PlannedRow['what'], string>> = { new: '新增', changed: '更新', same: '与名单一致' };

function markOf(row: PlannedRow, { read, row: { appliedAt } }: ImportAtHand): Marked {
  const faults = new Map(row.faults.map(({ fieldId, says }) => [read.places.get(fieldId) ?? 0, says]));
  const wrong = [...(row.blocked ? [row.blocked] : []), ...row.faults.map(({ says }) => says)];
  if (wrong.length > 0) return { result: `有误：${wrong.join('')}`, faults };
  return { result: appliedAt ? '已导入' : RESULT[row.what], faults };
}
