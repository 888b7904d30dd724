import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';

/** The heading of the hidden column that names the talent a row came from, and of the one that says how it went. */
export const KEY_HEADING = '人才编号';
export const RESULT_HEADING = '导入结果';

/** Marks behind a heading: always asked for, or only under a condition. */
export const REQUIRED_MARK = '*';
export const CONDITIONAL_MARK = '（视情况）';

export type SheetColumn = { readonly field: FieldConfig; readonly heading: string };

export type SheetRefusal =
  | { readonly code: 'import-no-heading'; readonly missing: readonly string[] }
  | { readonly code: 'import-heading-twice'; readonly heading: string }
  | { readonly code: 'import-no-rows' }
  | { readonly code: 'import-too-many-rows'; readonly limit: number };

/** Where the fields stand in a sheet that was read. */
export type FoundColumns = {
  /** The row of the heading; -1 where there is none and the columns are the template's. */
  readonly headingAt: number;
  /** Field id → column. */
  readonly places: ReadonlyMap<string, number>;
  readonly keyPlace: number | null;
};

/** One column per field, in form order. Where two fields have one label, the section's title goes before it. */
export function sheetColumns({ entry }: Pick<ProgrammeConfig, 'entry'>): SheetColumn[] {
  const all = entry.flatMap((section) => section.fields.map((field) => ({ section, field })));
  return all.map(({ section, field }) => {
    const isTwice = all.filter((one) => one.field.label === field.label).length > 1;
    return { field, heading: isTwice ? `${section.title}：${field.label}` : field.label };
  });
}

export function headingText({ field, heading }: SheetColumn): string {
  const mark = field.optional ? '' : field.appliesWhen ? CONDITIONAL_MARK : REQUIRED_MARK;
  return heading + mark;
}

/** How far down the heading may stand: people write titles above it. */
const HEADING_WITHIN = 20;

/**
 * Finds the columns by their headings, in any order; unknown ones are left alone. A paste may come without a heading: then
 * its columns are those of the template, with or without the hidden one in front.
 */
export function findColumns(
  cells: readonly (readonly string[])[],
  columns: readonly SheetColumn[],
  { mayLackHeading }: { readonly mayLackHeading: boolean },
): Result<FoundColumns, SheetRefusal> {
  let best: FoundColumns | null = null;
  for (const [headingAt, row] of cells.slice(0, HEADING_WITHIN).entries()) {
    const read = readHeading(row, columns, headingAt);
    if (!read.ok) return read;
    if (read.value.places.size > (best?.places.size ?? 0)) best = read.value;
  }
  if (best && isHeading(best, columns)) return ok(best);
  if (mayLackHeading) return ok(asTemplate(cells, columns));
  return refuse({ code: 'import-no-heading', missing: system(columns).map(({ heading }) => heading) });
}

function readHeading(
  row: readonly string[],
  columns: readonly SheetColumn[],
  headingAt: number,
): Result<FoundColumns, SheetRefusal> {
  const places = new Map<string, number>();
  let keyPlace: number | null = null;
  for (const [place, cell] of row.entries()) {
    const text = bare(cell);
    if (text === KEY_HEADING) keyPlace = place;
    const column = columns.find(({ heading, field }) => bare(heading) === text || bare(field.label) === text);
    if (!column) continue;
    if (places.has(column.field.id)) return refuse({ code: 'import-heading-twice', heading: cell.trim() });
    places.set(column.field.id, place);
  }
  return ok({ headingAt, places, keyPlace });
}

/** What a row is recognised by: the name, or the number of a document. */
function system(columns: readonly SheetColumn[]): SheetColumn[] {
  return columns.filter(({ field }) => field.type === 'personName' || field.type === 'idNumber');
}

/** A row of data may hold a word that is also a heading; a heading names a person or two fields and more. */
function isHeading({ places, keyPlace }: FoundColumns, columns: readonly SheetColumn[]): boolean {
  const names = system(columns).some(({ field }) => places.has(field.id)) || keyPlace !== null;
  return names && places.size > 0;
}

function asTemplate(cells: readonly (readonly string[])[], columns: readonly SheetColumn[]): FoundColumns {
  const width = Math.max(0, ...cells.map(({ length }) => length));
  const keyPlace = width > columns.length || isKey(cells[0]?.[0]) ? 0 : null;
  const from = keyPlace === null ? 0 : 1;
  return { headingAt: -1, places: new Map(columns.map(({ field }, index) => [field.id, index + from])), keyPlace };
}

export function isKey(text: string | undefined): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test((text ?? '').trim().toLowerCase());
}

/** Headings are compared without white space, width and marks. */
function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s*]/g, '')
    .replace(/\((视情况|必填|选填)\)$/, '');
}

/** 0 → A, 26 → AA. */
export function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetters(Math.floor(place / 26) - 1) + last;
}
