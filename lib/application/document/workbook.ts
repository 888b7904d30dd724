import ExcelJS from 'exceljs';

const FONT = 'Microsoft YaHei';
const HEADING: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF7' } };
const WRONG: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFAD4D0' } };
/** Number format 49: whatever is typed stays as it was typed. */
const AS_TEXT = '@';

/** Written as a string cell whatever it begins with, so that no `=1+1` of anybody's is ever computed. */
export function writeText(cell: ExcelJS.Cell, text: string): void {
  cell.value = text === '' ? null : text;
}

export function textColumn(sheet: ExcelJS.Worksheet, place: number, width: number): void {
  const column = sheet.getColumn(place);
  column.width = width;
  column.numFmt = AS_TEXT;
  column.font = { name: FONT, size: 11 };
  column.alignment = { vertical: 'top', wrapText: true };
}

export function writeHeading(cell: ExcelJS.Cell, text: string, note?: string): void {
  writeText(cell, text);
  cell.font = { name: FONT, size: 11, bold: true };
  cell.fill = HEADING;
  cell.alignment = { vertical: 'middle', wrapText: true };
  if (note) cell.note = noteOf(note);
}

export function markWrong(cell: ExcelJS.Cell, says: string): void {
  // Cells share their column's style; only this one turns red.
  cell.style = { ...cell.style, fill: WRONG };
  cell.note = noteOf(says);
}

function noteOf(text: string): ExcelJS.Comment {
  return { texts: [{ text, font: { name: FONT, size: 10 } }] };
}

type Validations = { add(range: string, rule: ExcelJS.DataValidation): void };

/** A list to choose from in a whole column; what is typed beside it is let through, since the import says what is wrong. */
export function offerList(sheet: ExcelJS.Worksheet, range: string, formula: string): void {
  const { dataValidations } = sheet as unknown as { dataValidations: Validations };
  dataValidations.add(range, { type: 'list', allowBlank: true, formulae: [formula], showErrorMessage: false });
}

export async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** An ampersand begins a code in a header. */
export function inHeader(text: string): string {
  return text.replaceAll('&', '&&');
}

export function newWorkbook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = '苏州工业园区一网通办';
  return book;
}
