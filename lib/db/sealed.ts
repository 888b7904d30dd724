import type { Db } from './client';
import type { SealedPlace, Vault } from './vault';

export type WithVault = { readonly db: Db; readonly vault: Vault };

/** Writes a value that must not stand in the clear, with its masked form and a blind index for equality. */
export async function putSealed(
  ctx: WithVault,
  place: SealedPlace,
  value: { readonly clear: string; readonly masked: string; readonly normalised?: string },
): Promise<void> {
  const row = {
    envelope: ctx.vault.seal(place, value.clear),
    blindIndex: ctx.vault.blind(`${place.table}.${place.column}`, value.normalised ?? value.clear),
    masked: value.masked,
  };
  const key = { tableName: place.table, columnName: place.column, rowId: place.rowId };
  await ctx.db.sealedValue.upsert({
    where: { tableName_rowId_columnName: key },
    create: { ...key, ...row },
    update: row,
  });
}

export type SealedEntry = SealedPlace & {
  readonly clear: string;
  readonly masked: string;
  readonly normalised?: string;
};

/** The same for many values in one statement: sealing is arithmetic, only the writing is a round trip. */
export async function putSealedMany(ctx: WithVault, entries: readonly SealedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ table, column, rowId, clear, masked, normalised }) => ({
    table_name: table,
    column_name: column,
    row_id: rowId,
    envelope: ctx.vault.seal({ table, column, rowId }, clear),
    blind_index: ctx.vault.blind(`${table}.${column}`, normalised ?? clear),
    masked,
  }));
  await ctx.db.$executeRaw`
    INSERT INTO sealed_value (table_name, column_name, row_id, envelope, blind_index, masked)
    SELECT table_name, column_name, row_id, envelope, blind_index, masked
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given(table_name text, column_name text, row_id uuid, envelope text, blind_index text, masked text)
    ON CONFLICT (table_name, row_id, column_name)
    DO UPDATE SET envelope = excluded.envelope, blind_index = excluded.blind_index, masked = excluded.masked`;
}

export async function removeSealedMany(db: Db, places: readonly SealedPlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map(({ table, column, rowId }) => ({ table_name: table, column_name: column, row_id: rowId }));
  await db.$executeRaw`
    DELETE FROM sealed_value USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given(table_name text, column_name text, row_id uuid)
    WHERE sealed_value.table_name = given.table_name AND sealed_value.column_name = given.column_name
      AND sealed_value.row_id = given.row_id`;
}

/** The value in the clear, or null when none is there. Showing it to a person is an act to be logged. */
export async function openSealed(ctx: WithVault, place: SealedPlace): Promise<string | null> {
  const row = await ctx.db.sealedValue.findUnique({
    where: { tableName_rowId_columnName: { tableName: place.table, columnName: place.column, rowId: place.rowId } },
  });
  return row ? ctx.vault.open(place, row.envelope) : null;
}

/** One column of many rows in one query: row id → the value in the clear, where there is one. */
export async function openSealedMany(
  { db, vault }: WithVault,
  { table, column }: Pick<SealedPlace, 'table' | 'column'>,
  rowIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.sealedValue.findMany({
    where: { tableName: table, columnName: column, rowId: { in: [...rowIds] } },
    select: { rowId: true, envelope: true },
  });
  return new Map(rows.map(({ rowId, envelope }) => [rowId, vault.open({ table, column, rowId }, envelope)]));
}

/** Masked forms of many rows at once: row id → column → masked. */
export async function maskedOf(
  db: Db,
  table: string,
  rowIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await db.sealedValue.findMany({
    where: { tableName: table, rowId: { in: [...rowIds] } },
    select: { rowId: true, columnName: true, masked: true },
  });
  const found = new Map<string, Record<string, string>>();
  for (const row of rows) found.set(row.rowId, { ...found.get(row.rowId), [row.columnName]: row.masked });
  return found;
}

/** Ids of the rows that hold an equal value in this column. */
export async function rowsWithEqual(
  ctx: WithVault,
  table: string,
  column: string,
  normalised: string,
): Promise<string[]> {
  const rows = await ctx.db.sealedValue.findMany({
    where: { tableName: table, columnName: column, blindIndex: ctx.vault.blind(`${table}.${column}`, normalised) },
    select: { rowId: true },
  });
  return rows.map((row) => row.rowId);
}

export async function removeSealed(db: Db, place: SealedPlace): Promise<void> {
  await db.sealedValue.deleteMany({ where: { tableName: place.table, columnName: place.column, rowId: place.rowId } });
}
