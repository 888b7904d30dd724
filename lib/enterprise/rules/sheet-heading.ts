import { ok, refuse, type Result } from '@/lib/kernel/result';

/** A column of an imported sheet: headings as offices and spreadsheets write them, the template's first. */
export type SheetColumn<F extends string> = {
  readonly field: F;
  readonly headings: readonly string[];
  readonly required: boolean;
};

/** One row that cannot be taken over: its line in the sheet and what is wrong, in words that say how to mend it. */
export type RowFault = { readonly line: number; readonly name: string; readonly says: readonly string[] };

export type SheetRefusal =
  | { readonly code: 'header-missing'; readonly missing: readonly string[] }
  | { readonly code: 'header-twice'; readonly heading: string }
  | { readonly code: 'no-rows' }
  | { readonly code: 'too-many-rows' };

export const SHEET_ROWS_MAX = 5_000;
export const SHEET_BYTES_MAX = 5 * 1024 * 1024;

/** How far down the heading may stand: spreadsheets have titles above it. */
const HEADING_WITHIN = 20;

type Line<F extends string> = { readonly line: number; readonly text: (field: F) => string };

/** The rows under the heading that are not empty. Columns are found by their heading, in any order. */
export function sheetLines<F extends string>(
  cells: readonly (readonly string[])[],
  columns: readonly SheetColumn<F>[],
): Result<Line<F>[], SheetRefusal> {
  const heading = findHeading(cells, columns);
  if (!heading.ok) return heading;
  const { at, places } = heading.value;
  const body = cells
    .slice(at + 1)
    .map((row, index) => ({ row, line: at + 2 + index }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  if (body.length === 0) return refuse({ code: 'no-rows' });
  if (body.length > SHEET_ROWS_MAX) return refuse({ code: 'too-many-rows' });
  return ok(body.map(({ row, line }) => ({ line, text: (field: F) => textAt(row, places.get(field)) })));
}

function findHeading<F extends string>(
  cells: readonly (readonly string[])[],
  columns: readonly SheetColumn<F>[],
): Result<{ at: number; places: ReadonlyMap<F, number> }, SheetRefusal> {
  let best: { at: number; places: Map<F, number> } | null = null;
  for (const [at, row] of cells.slice(0, HEADING_WITHIN).entries()) {
    const places = new Map<F, number>();
    for (const [place, cell] of row.entries()) {
      const column = columns.find(({ headings }) => headings.some((one) => plain(one) === plain(cell)));
      if (!column) continue;
      if (places.has(column.field)) return refuse({ code: 'header-twice', heading: cell.trim() });
      places.set(column.field, place);
    }
    if (places.size > (best?.places.size ?? 0)) best = { at, places };
  }
  const missing = columns.filter(({ field, required }) => required && !best?.places.has(field));
  return best && missing.length === 0
    ? ok(best)
    : refuse({ code: 'header-missing', missing: missing.map(({ headings }) => headings[0] ?? '') });
}

function textAt(row: readonly string[], place: number | undefined): string {
  return place === undefined ? '' : (row[place] ?? '').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** Headings are compared without white space, width and stars. */
function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/[\s*＊]/g, '');
}
