import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import * as imports from './import-store';
import { planImport, type PlannedRow, type StandingTalent } from './rules/import-plan';
import { readRows, type ReadRows, type SheetCells } from './rules/import-rows';
import { importView, type ImportView } from './rules/import-view';
import { standingOf, type Standing } from './store';

/** A sheet that was read, and what importing it would do to the list as it stands. Holds clear values. */
export type ImportAtHand = {
  readonly row: imports.ImportRow;
  readonly config: ProgrammeConfig;
  readonly cells: SheetCells;
  readonly read: ReadRows;
  readonly standing: readonly StandingTalent[];
  readonly plan: readonly PlannedRow[];
  /** Changes when anything changes that importing would do. */
  readonly seen: string;
};

type Reading = Pick<Context, 'db' | 'vault' | 'now'>;

/** Worked out anew each time, so that what is shown is what would happen now; null when the sheet is not kept any more. */
export async function importAtHand(
  ctx: Reading,
  application: Standing,
  config: ProgrammeConfig,
  importId: string,
): Promise<ImportAtHand | null> {
  const row = await imports.importOf(ctx.db, importId, application.id);
  const cells = row && (await imports.cellsOf(ctx, row.id));
  if (!row || !cells) return null;
  const read = readRows(cells, config, row.source === 'paste' ? 'paste' : 'file');
  if (!read.ok) return null;
  const standing = await imports.standingTalents(ctx, application.id);
  const context = { config, today: shanghaiDayOf(ctx.now), outer: application.answers as Answers };
  const plan = planImport(read.value.rows, standing, context);
  return { row, config, cells, read: read.value, standing, plan, seen: fingerprint(ctx, plan) };
}

function fingerprint({ vault }: Reading, plan: readonly PlannedRow[]): string {
  const parts = plan.map(({ line, what, talentId, taken, before, blocked, faults }) => {
    const differs = Object.keys(taken).map((id) => before.clear[id] ?? before.answers[id] ?? '');
    return [line, what, talentId, taken, differs, before.name, before.category, blocked, faults.length];
  });
  return vault.blind('talent_import.plan', JSON.stringify(parts));
}

export function viewOf({ row, plan, read, standing, config, seen }: ImportAtHand): ImportView {
  const head = { id: row.id, fileName: row.fileName, source: row.source === 'paste' ? 'paste' : 'file', seen } as const;
  return importView({ head, plan, places: read.places, standing: standing.length, config });
}

/** One's own sheet at hand; denied for anybody else's. */
export async function importForReading(
  ctx: Context<EnterpriseActor>,
  applicationId: string,
  importId: string,
): Promise<ImportAtHand> {
  const application = await standingOf(ctx.db, applicationId);
  if (!application) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', application);
  const { config } = await versionById(ctx, application.programmeVersionId);
  const found = await importAtHand(ctx, application, config, importId);
  if (!found) throw new Denied('application.read');
  return found;
}

export async function importPreview(
  ctx: Context<EnterpriseActor>,
  applicationId: string,
  importId: string,
): Promise<ImportView> {
  return viewOf(await importForReading(ctx, applicationId, importId));
}

/** The last import that was taken over, as the list shows it. */
export type LastImport = {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** Undoing is offered while the application stands at this revision. */
  readonly revision: number;
};

/** Null where none was, or the last one was undone. */
export async function lastImport(ctx: Context<EnterpriseActor>, applicationId: string): Promise<LastImport | null> {
  const application = await standingOf(ctx.db, applicationId);
  if (!application) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', application);
  return appliedImport(await imports.lastApplied(ctx.db, applicationId));
}

/** What an import did, if it was taken over and not undone. */
export function appliedImport(row: imports.ImportRow | null): LastImport | null {
  if (!row?.appliedAt || row.undoneAt) return null;
  return {
    id: row.id,
    fileName: row.fileName,
    at: row.appliedAt.toISOString(),
    added: row.addedIds.length,
    changed: row.updatedCount,
    left: row.leftCount,
    revision: row.appliedRevision ?? 0,
  };
}
