import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { cellText } from '@/lib/forms/rules/sheet-cell';
import { versionById } from '@/lib/programme/queries';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { standingTalents } from './import-store';
import { talentAnswers } from './rules/draft';
import { parseSnapshot } from './rules/snapshot';
import { standingOf, submissionRow, type Standing } from './store';

/** A talent as it goes into a sheet. Sealed answers are masked unless the whole was asked for. */
export type ExportRow = { readonly key: string; readonly texts: Answers };

export async function ownForReading(ctx: Context<EnterpriseActor>, applicationId: string): Promise<Standing> {
  const row = await standingOf(ctx.db, applicationId);
  if (!row) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', row);
  return row;
}

export async function configForReading(ctx: Context<EnterpriseActor>, applicationId: string): Promise<ProgrammeConfig> {
  const row = await ownForReading(ctx, applicationId);
  return (await versionById(ctx, row.programmeVersionId)).config;
}

/** The talents of the draft as it stands, or (`submission`) of what was handed in as 第 N 次提交. */
export async function exportRows(
  ctx: Context<EnterpriseActor>,
  application: Standing,
  config: ProgrammeConfig,
  { submission, isWhole }: { readonly submission: number | null; readonly isWhole: boolean },
): Promise<ExportRow[]> {
  if (submission !== null) return submittedRows(ctx, application, config, { submission, isWhole });
  const talents = await standingTalents(ctx, application.id);
  return talents.map((talent) =>
    rowOf(talent.id, { ...talentAnswers(talent), ...(isWhole ? talent.clear : talent.masked) }, config),
  );
}

async function submittedRows(
  ctx: Context<EnterpriseActor>,
  application: Standing,
  config: ProgrammeConfig,
  { submission, isWhole }: { submission: number; isWhole: boolean },
): Promise<ExportRow[]> {
  const found = await submissionRow(ctx.db, application.id, submission);
  if (!found) throw new Denied('application.read');
  const clear = isWhole ? await clearOfSubmission(ctx, found.id) : new Map<string, string>();
  return parseSnapshot(found.snapshot).talents.map((talent) => {
    const sealed = Object.entries(talent.sealed).map(([fieldId, { masked }]) => [
      fieldId,
      clear.get(`${talent.id}.${fieldId}`) ?? masked,
    ]);
    return rowOf(talent.id, { ...talentAnswers(talent), ...(Object.fromEntries(sealed) as Answers) }, config);
  });
}

/** `talent.field` → the value that was handed in; one query, however many there are. */
async function clearOfSubmission({ db, vault }: Context, submissionId: string): Promise<Map<string, string>> {
  const rows = await db.sealedValue.findMany({ where: { tableName: 'submission', rowId: submissionId } });
  return new Map(
    rows.map(({ columnName: column, envelope }) => [
      column,
      vault.open({ table: 'submission', column, rowId: submissionId }, envelope),
    ]),
  );
}

function rowOf(key: string, answers: Answers, config: ProgrammeConfig): ExportRow {
  const texts = fieldsOf(config.entry).map((field) => [
    field.id,
    cellText(field, answers[field.id], config.categories),
  ]);
  return { key, texts: Object.fromEntries(texts) as Answers };
}
