import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { refuse } from '@/lib/kernel/result';
import type { ExportTalents } from '../rules/export.schema';
import { talentColumns } from '../rules/talent-columns';
import { countTalents, talentPages } from '../talents-queries';
import { formOfYear, programmeOfCode } from '../year-queries';
import { beginExport, type ExportAnswer } from './begin-export';

/** 导出 of the talents of a programme year as they were last handed in. */
export async function exportTalents(
  ctx: Context<StaffActor>,
  { programme: code, year, isWhole }: ExportTalents,
): Promise<ExportAnswer> {
  authorise(ctx.actor, 'export.talents');
  if (isWhole) authorise(ctx.actor, 'sensitive.reveal');
  const programme = await programmeOfCode(ctx, code);
  const form = programme && (await formOfYear(ctx, programme.programmeId, year));
  if (!form) return refuse({ code: 'not-found' });
  const asked = { programmeId: programme.programmeId, year, isWhole };
  return beginExport(ctx, {
    kind: 'talents',
    title: `${programme.name}${form.entryWord}名单`,
    filter: [programme.name, `${year} 年度`, '已提交的申请'],
    rows: await countTalents(ctx, asked),
    isWhole,
    columns: talentColumns(form),
    pages: talentPages(ctx, asked),
  });
}
