import type ExcelJS from 'exceljs';
import { optionsOf } from '@/lib/forms/rules/choices';
import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import {
  columnLetters,
  headingText,
  KEY_HEADING,
  RESULT_HEADING,
  sheetColumns,
  type SheetColumn,
} from '../rules/import-columns';
import { howToFill, noteOf } from '../rules/sheet-notes';
import { bytesOf, inHeader, markWrong, newWorkbook, offerList, textColumn, writeHeading, writeText } from './workbook';

/** One talent as a row of the sheet: the hidden number it is found again by, and a text for each field. */
export type SheetTalent = { readonly key: string; readonly texts: Readonly<Record<string, string>> };

/** Who took the sheet out and when, on every printed page. */
export type Watermark = { readonly head: string; readonly foot: string };

const WIDE: readonly FieldConfig['type'][] = ['longText', 'idNumber', 'idType', 'text'];

/**
 * The talents of a programme as .xlsx: a column per field in form order, all cells text, lists for what is chosen. Without
 * talents it is the template. What this writes, the import reads back as the same.
 */
export async function talentSheet(
  config: ProgrammeConfig,
  talents: readonly SheetTalent[] = [],
  watermark?: Watermark,
): Promise<Uint8Array> {
  const book = newWorkbook();
  const columns = sheetColumns(config);
  const sheet = book.addWorksheet(config.entryWord, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  textColumn(sheet, 1, 12);
  sheet.getColumn(1).hidden = true;
  writeHeading(sheet.getCell(1, 1), KEY_HEADING);
  for (const [index, column] of columns.entries()) {
    textColumn(sheet, index + 2, WIDE.includes(column.field.type) ? 24 : 16);
    writeHeading(sheet.getCell(1, index + 2), headingText(column), noteOf(column.field, config));
  }
  for (const [index, { key, texts }] of talents.entries()) {
    writeText(sheet.getCell(index + 2, 1), key);
    for (const [place, { field }] of columns.entries()) {
      const text = texts[field.id] ?? '';
      if (text !== '') writeText(sheet.getCell(index + 2, place + 2), text);
    }
  }
  addHowTo(book, config);
  addLists(book, sheet, columns, config);
  if (watermark) {
    sheet.headerFooter = { oddHeader: `&L${inHeader(watermark.head)}`, oddFooter: `&L${inHeader(watermark.foot)}&R&P` };
    sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  }
  return bytesOf(book);
}

function addHowTo(book: ExcelJS.Workbook, config: ProgrammeConfig): void {
  const sheet = book.addWorksheet('填写说明');
  textColumn(sheet, 1, 6);
  textColumn(sheet, 2, 90);
  writeHeading(sheet.getCell(1, 2), '填写说明');
  for (const [index, line] of howToFill(config).entries()) {
    writeText(sheet.getCell(index + 2, 1), String(index + 1));
    writeText(sheet.getCell(index + 2, 2), line);
  }
}

/** What is offered stands on a hidden sheet: a list within a rule may not be longer than 255 characters. */
function addLists(
  book: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  config: ProgrammeConfig,
): void {
  const lists = book.addWorksheet('选项', { state: 'hidden' });
  let place = 0;
  for (const [index, { field }] of columns.entries()) {
    const labels = optionsOf(field, config.categories).map(({ label }) => label);
    if (labels.length === 0) continue;
    place += 1;
    for (const [line, label] of labels.entries()) writeText(lists.getCell(line + 1, place), label);
    const [letters, own] = [columnLetters(place - 1), columnLetters(index + 1)];
    offerList(sheet, `${own}2:${own}${config.maxEntries + 1}`, `选项!$${letters}$1:$${letters}$${labels.length}`);
  }
}

export type Marked = {
  /** In the first column, 导入结果. */
  readonly result: string;
  /** Column → what is wrong there. */
  readonly faults: ReadonlyMap<number, string>;
};

/** The very cells that were uploaded, with a first column that says how each row went and the wrong cells in red. */
export async function markedSheet(
  cells: readonly (readonly string[])[],
  given: {
    readonly title: string;
    readonly headingAt: number;
    readonly keyPlace: number | null;
    readonly rows: ReadonlyMap<number, Marked>;
  },
): Promise<Uint8Array> {
  const book = newWorkbook();
  const sheet = book.addWorksheet(given.title, {
    views: [{ state: 'frozen', ySplit: given.headingAt + 1, xSplit: 1 }],
  });
  const width = Math.max(0, ...cells.map(({ length }) => length));
  for (let place = 0; place <= width; place += 1) textColumn(sheet, place + 1, place === 0 ? 32 : 18);
  if (given.keyPlace !== null) sheet.getColumn(given.keyPlace + 2).hidden = true;
  for (const [index, row] of cells.entries()) {
    const isHeading = index === given.headingAt;
    if (isHeading) writeHeading(sheet.getCell(index + 1, 1), RESULT_HEADING);
    const marked = given.rows.get(index);
    if (marked) writeText(sheet.getCell(index + 1, 1), marked.result);
    for (const [place, text] of row.entries()) {
      const cell = sheet.getCell(index + 1, place + 2);
      if (isHeading) writeHeading(cell, text);
      else if (text !== '') writeText(cell, text);
      const says = marked?.faults.get(place);
      if (says) markWrong(cell, says);
    }
    if (marked && marked.faults.size > 0) markWrong(sheet.getCell(index + 1, 1), marked.result);
  }
  return bytesOf(book);
}
