import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { openSealed, putSealed, type WithVault } from '@/lib/db/sealed';
import type { Answers } from '@/lib/programme/rules/config';
import { sealedOf } from './draft-store';
import type { StandingTalent } from './rules/import-plan';
import type { SheetCells } from './rules/import-rows';
import { liveTalents } from './store';

const SEALED_IMPORT = 'talent_import';
const placeOf = (id: string, column: 'cells' | 'before') => ({ table: SEALED_IMPORT, column, rowId: id });

export type ImportRow = NonNullable<Awaited<ReturnType<typeof importOf>>>;

export const importOf = (db: Db, id: string, applicationId: string) =>
  db.talentImport.findFirst({ where: { id, applicationId } });

/** The last import that was taken over. */
export const lastApplied = (db: Db, applicationId: string) =>
  db.talentImport.findFirst({ where: { applicationId, appliedAt: { not: null } }, orderBy: { appliedAt: 'desc' } });

/** Keeps what was read. The cells of earlier ones are dropped: they hold numbers of people and serve nobody any more. */
export async function insertImport(
  ctx: WithVault,
  row: {
    id: string;
    applicationId: string;
    source: 'file' | 'paste';
    fileName: string;
    sha256: string;
    rowCount: number;
    createdById: string;
    createdAt: Date;
  },
  cells: SheetCells,
): Promise<void> {
  const earlier = await ctx.db.talentImport.findMany({
    where: { applicationId: row.applicationId },
    select: { id: true, appliedAt: true },
  });
  const rowIds = earlier.map(({ id }) => id);
  await ctx.db.sealedValue.deleteMany({
    where: { tableName: SEALED_IMPORT, columnName: 'cells', rowId: { in: rowIds } },
  });
  const unused = earlier.filter(({ appliedAt }) => appliedAt === null).map(({ id }) => id);
  await ctx.db.talentImport.deleteMany({ where: { id: { in: unused } } });
  await ctx.db.talentImport.create({ data: row });
  await putSealed(ctx, placeOf(row.id, 'cells'), { clear: JSON.stringify(cells), masked: '', normalised: row.id });
}

/** What stood in the cells; null once a later sheet was read. */
export async function cellsOf(ctx: WithVault, id: string): Promise<SheetCells | null> {
  const clear = await openSealed(ctx, placeOf(id, 'cells'));
  return clear === null ? null : (JSON.parse(clear) as SheetCells);
}

/** The live talents in order with their sealed answers in the clear. Never leaves the server. */
export async function standingTalents(
  ctx: Pick<Context, 'db' | 'vault'>,
  applicationId: string,
): Promise<StandingTalent[]> {
  const rows = await liveTalents(ctx.db, applicationId);
  const sealed = await sealedOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, idType, category, answers }) => {
    const own = Object.entries(sealed.get(id) ?? {});
    return {
      ...{ id, name, idType, category, answers: answers as Answers },
      clear: Object.fromEntries(own.map(([fieldId, one]) => [fieldId, one.clear])),
      masked: Object.fromEntries(own.map(([fieldId, one]) => [fieldId, one.masked])),
    };
  });
}

/** Notes that an import was taken over, with what stood in the talents before, for its undoing. */
export async function markApplied(
  ctx: WithVault,
  id: string,
  data: { appliedAt: Date; appliedRevision: number; addedIds: string[]; updatedCount: number; leftCount: number },
  before: readonly StandingTalent[],
): Promise<void> {
  await ctx.db.talentImport.update({ where: { id }, data });
  await putSealed(ctx, placeOf(id, 'before'), { clear: JSON.stringify(before), masked: '', normalised: id });
}

export async function talentsBefore(ctx: WithVault, id: string): Promise<StandingTalent[]> {
  const clear = await openSealed(ctx, placeOf(id, 'before'));
  return clear === null ? [] : (JSON.parse(clear) as StandingTalent[]);
}

export async function markUndone(db: Db, id: string, at: Date): Promise<void> {
  await db.talentImport.update({ where: { id }, data: { undoneAt: at } });
  await db.sealedValue.deleteMany({ where: { tableName: SEALED_IMPORT, columnName: 'before', rowId: id } });
}

type TalentRow = { id: string; name: string; idType: string; category: string; answers: Answers; amountFen: number };

/** New talents in one statement. */
export async function insertTalents(
  db: Db,
  applicationId: string,
  rows: readonly (TalentRow & { position: number; createdAt: Date })[],
): Promise<void> {
  if (rows.length > 0) await db.talent.createMany({ data: rows.map((row) => ({ ...row, applicationId })) });
}

/** The answers of several talents in one statement. */
export async function updateTalents(db: Db, applicationId: string, rows: readonly TalentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map(({ idType, amountFen, ...row }) => ({ ...row, id_type: idType, amount_fen: amountFen }));
  await db.$executeRaw`
    UPDATE talent SET name = given.name, id_type = given.id_type, category = given.category, answers = given.answers,
      amount_fen = given.amount_fen, version = talent.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(id uuid, name text, id_type text, category text, answers jsonb, amount_fen bigint)
    WHERE talent.id = given.id AND talent.application_id = ${applicationId}::uuid`;
}
