import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { addMonths, shanghaiDay, shanghaiDayOf, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { spansOf, type SpanRow } from './pace-store';
import { caseForReview } from './store';
import { PACE_MONTHS, paceOf, type PaceLine } from './rules/pace';

const KEPT_MS = 10 * 60_000;
type Kept = { readonly until: number; readonly rows: Promise<SpanRow[]> };

/** Per database and programme, for ten minutes: what a year was like does not change with every page. */
const kept = new WeakMap<object, Map<string, Kept>>();

/** How long each stage of the case's programme is promised to take, and took in the last twelve months. */
export async function paceOfCase(ctx: Context<EnterpriseActor>, applicationId: string): Promise<PaceLine[]> {
  const row = await caseForReview(ctx.db, applicationId);
  authorise(ctx.actor, 'application.read', row ?? {});
  if (!row) return [];
  const { config } = await versionById(ctx, row.programmeVersionId);
  return paceOfProgramme(ctx, row.programmeId, config);
}

/** The same of a programme, for whoever may see its figures. */
export async function paceOfProgramme(
  ctx: Pick<Context, 'db' | 'now'>,
  programmeId: string,
  { reviewWorkingDays }: Pick<ProgrammeConfig, 'reviewWorkingDays'>,
): Promise<PaceLine[]> {
  const rows = await spansKept(ctx, programmeId);
  const line = (stage: PaceLine['stage'], promisedDays: number): PaceLine => {
    const own = rows.filter((one) => one.stage === stage);
    const spans = own.map(({ from, to, count }) => ({ from: shanghaiDay(from), to: shanghaiDay(to), count }));
    return { stage, promisedDays, measured: paceOf(spans, own[0]?.cases ?? 0, chineseCalendar) };
  };
  return [line('FIRST', reviewWorkingDays.first), line('FINAL', reviewWorkingDays.final)];
}

function spansKept(ctx: Pick<Context, 'db' | 'now'>, programmeId: string): Promise<SpanRow[]> {
  const own = kept.get(ctx.db) ?? new Map<string, Kept>();
  kept.set(ctx.db, own);
  const known = own.get(programmeId);
  // The demo's clock may be set back: what was kept for later than now is too old as well.
  if (known && known.until > ctx.now.getTime() && known.until <= ctx.now.getTime() + KEPT_MS) return known.rows;
  const since = startOfShanghaiDay(addMonths(shanghaiDayOf(ctx.now), -PACE_MONTHS));
  const rows = spansOf(ctx.db, programmeId, since);
  own.set(programmeId, { until: ctx.now.getTime() + KEPT_MS, rows });
  // A query that failed is asked again next time.
  rows.catch(() => own.delete(programmeId));
  return rows;
}
