import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { appliedImport, importAtHand, type ImportAtHand, type LastImport } from '../import-queries';
import * as imports from '../import-store';
import { rowsToTake, type PlannedRow } from '../rules/import-plan';
import type { ImportRefusalOf } from '../rules/import-refusals';
import type { ApplicationRefusal } from '../rules/refusals';
import { liveTalents } from '../store';
import { editing, ownApplication, type Editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import { sealAnswers } from './seal-answer';

export const importTalentsSchema = z.strictObject({
  applicationId: z.uuid(),
  importId: z.uuid(),
  /** Only rows without an error, or the wrong ones as they stand too. */
  which: z.enum(['right', 'all']),
  /** What was shown. */
  seen: z.string().max(100),
});
type Input = z.infer<typeof importTalentsSchema>;

/** As the list shows it from then on. */
export type Imported = LastImport;

type Applied = ImportRefusalOf<'import-applied'>;
type Refusal =
  | EditingRefusal
  | ImportRefusalOf<'import-moved' | 'import-gone' | 'import-nothing'>
  | Extract<ApplicationRefusal, { code: 'talent-limit' }>;

/**
 * Takes over the rows of a sheet that was read, all in one transaction. What another window saved since the sheet was
 * shown makes it refused, and shown anew: nothing is overwritten that the clerk did not see. A second click finds what
 * the first one did.
 */
export async function importTalents(ctx: Context<EnterpriseActor>, input: Input): Promise<Result<Imported, Refusal>> {
  const own = await ownApplication(ctx, input.applicationId, 'application.edit');
  if (!own.ok) return own;
  const done = await importedBefore(ctx, input);
  if (done) return ok(done);
  const now = await editing<Omit<Imported, 'revision'>, Refusal | Applied>(ctx, input.applicationId, (tx, at) =>
    takeOver(tx, at, input),
  );
  if (now.ok || now.refusal.code !== 'import-applied') return now as Result<Imported, Refusal>;
  const first = await importedBefore(ctx, input);
  return first ? ok(first) : refuse({ code: 'import-gone' });
}

async function importedBefore(
  ctx: Context,
  { applicationId, importId }: Pick<Input, 'applicationId' | 'importId'>,
): Promise<Imported | null> {
  return appliedImport(await imports.importOf(ctx.db, importId, applicationId));
}

async function takeOver(
  tx: Context<EnterpriseActor>,
  at: Editing,
  { importId, which, seen }: Input,
): Promise<Result<Omit<Imported, 'revision'>, Refusal | Applied>> {
  const { row, config } = at;
  const found = await importAtHand(tx, row, config, importId);
  if (!found || found.row.undoneAt) return refuse({ code: 'import-gone' });
  if (found.row.appliedAt) return refuse({ code: 'import-applied' });
  if (found.seen !== seen) return refuse({ code: 'import-moved' });
  const rows = rowsToTake(found.plan, which);
  if (rows.length === 0) return refuse({ code: 'import-nothing' });
  const added = rows.filter(({ what }) => what === 'new');
  const changed = rows.filter(({ what }) => what === 'changed');
  if (found.standing.length + added.length > config.maxEntries) {
    return refuse({ code: 'talent-limit', limit: config.maxEntries });
  }
  const addedIds = await write(tx, at, { added, changed });
  const leftCount = found.plan.filter(({ what }) => what !== 'same').length - rows.length;
  const counts = { addedIds, updatedCount: changed.length, leftCount };
  await imports.markApplied(
    tx,
    importId,
    { appliedAt: tx.now, appliedRevision: at.revision, ...counts },
    touched(found, changed),
  );
  await saveExpectedAmount(tx, row, config);
  const told = { added: added.length, changed: changed.length, left: leftCount };
  await writeAudit(tx, {
    ...{ action: 'application.import', word: `导入${config.entryWord}` },
    ...{ subjectKind: 'application', subjectId: row.id },
    detail: { importId, source: found.row.source, sha256: found.row.sha256, rows: found.row.rowCount, which, ...told },
  });
  return ok({ id: importId, fileName: found.row.fileName, at: tx.now.toISOString(), ...told });
}

function touched({ standing }: ImportAtHand, changed: readonly PlannedRow[]) {
  const ids = new Set(changed.map(({ talentId }) => talentId));
  return standing.filter(({ id }) => ids.has(id));
}

/** Two statements for the rows and one for what is sealed, however many there are. Answers the ids of the new ones. */
async function write(
  tx: Context<EnterpriseActor>,
  { row, config }: Editing,
  { added, changed }: { added: readonly PlannedRow[]; changed: readonly PlannedRow[] },
): Promise<string[]> {
  const last = (await liveTalents(tx.db, row.id)).at(-1)?.position ?? 0;
  const fresh = added.map((one, index) => ({ ...stored(newId(), one), position: last + index + 1, createdAt: tx.now }));
  await imports.insertTalents(tx.db, row.id, fresh);
  await imports.updateTalents(
    tx.db,
    row.id,
    changed.map((one) => stored(one.talentId ?? '', one)),
  );
  const written = [
    ...added.map((one, index) => ({ id: fresh[index]?.id ?? '', one })),
    ...changed.map((one) => ({ id: one.talentId ?? '', one })),
  ];
  await sealAnswers(
    tx,
    written.map(({ id, one }) => ({
      id,
      idType: one.after.idType,
      fields: fieldsToSeal(one, config),
      clear: one.after.clear,
    })),
  );
  return fresh.map(({ id }) => id);
}

function stored(id: string, { after }: PlannedRow) {
  const { name, idType, category, answers, amountFen } = after;
  return { id, name, idType, category, answers, amountFen };
}

function fieldsToSeal({ after }: PlannedRow, config: ProgrammeConfig): FieldConfig[] {
  return fieldsOf(config.entry).filter(({ id }) => after.reseal.includes(id));
}
