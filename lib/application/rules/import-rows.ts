import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { findColumns, isKey, sheetColumns, type SheetRefusal } from './import-columns';

export const IMPORT_ROWS_MAX = 5_000;
export const IMPORT_BYTES_MAX = 5 * 1024 * 1024;

/** The cells of a sheet as text, row by row. */
export type SheetCells = readonly (readonly string[])[];

/** One row of a sheet: its line as the spreadsheet counts, and the texts of its cells by field. */
export type ImportRow = {
  readonly line: number;
  /** The hidden number of the talent that it came from; null where it came from the template. */
  readonly key: string | null;
  readonly cells: Readonly<Record<string, string>>;
};

export type ReadRows = {
  readonly rows: readonly ImportRow[];
  readonly headingAt: number;
  /** Field id → column. */
  readonly places: ReadonlyMap<string, number>;
};

/** The rows of a sheet or a paste. More of them than an application may hold can never be right, and are refused. */
export function readRows(
  cells: SheetCells,
  config: Pick<ProgrammeConfig, 'entry' | 'maxEntries'>,
  source: 'file' | 'paste',
): Result<ReadRows, SheetRefusal> {
  const found = findColumns(cells, sheetColumns(config), { mayLackHeading: source === 'paste' });
  if (!found.ok) return found;
  const { headingAt, places, keyPlace } = found.value;
  const rows = cells.flatMap((row, index): ImportRow[] => {
    if (index <= headingAt) return [];
    const texts = [...places].map(([fieldId, place]) => [fieldId, row[place] ?? ''] as const);
    if (texts.every(([, text]) => text.trim() === '')) return [];
    const key = keyPlace === null ? '' : (row[keyPlace] ?? '').trim().toLowerCase();
    return [{ line: index + 1, key: isKey(key) ? key : null, cells: Object.fromEntries(texts) }];
  });
  if (rows.length === 0) return refuse({ code: 'import-no-rows' });
  const limit = Math.min(config.maxEntries, IMPORT_ROWS_MAX);
  if (rows.length > limit) return refuse({ code: 'import-too-many-rows', limit });
  return ok({ rows, headingAt, places });
}
