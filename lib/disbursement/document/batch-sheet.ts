import type ExcelJS from 'exceljs';
import {
  bytesOf,
  inHeader,
  newWorkbook,
  textColumn,
  writeHeading,
  writeText,
} from '@/lib/application/document/workbook';
import { batchListFacts, controlWords, type BatchList } from '../rules/batch-list';

const COLUMNS = [
  ['序号', 10],
  ['受理编号', 20],
  ['申报单位', 40],
  ['统一社会信用代码', 24],
  ['人数', 8],
  ['金额（元）', 18],
  ['办理情况', 20],
] as const;
const PEOPLE = 5;
const AMOUNT = 6;

/** The list of a batch as .xlsx: facts, one row per case, totals and control figures; names are text, amounts are numbers. */
export async function batchSheet(list: BatchList): Promise<Uint8Array> {
  const book = newWorkbook();
  const sheet = book.addWorksheet('批次清单');
  for (const [index, [, width]] of COLUMNS.entries()) textColumn(sheet, index + 1, width);
  writeHeading(sheet.getCell(1, 1), `拨付批次清单 ${list.number}`);
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  const facts = batchListFacts(list).flat();
  for (const [index, { label, value }] of facts.entries()) {
    writeText(sheet.getCell(index + 2, 1), label);
    writeText(sheet.getCell(index + 2, 2), value);
    sheet.mergeCells(index + 2, 2, index + 2, COLUMNS.length);
  }
  const head = facts.length + 3;
  for (const [index, [title]] of COLUMNS.entries()) writeHeading(sheet.getCell(head, index + 1), title);
  for (const [index, row] of list.rows.entries()) {
    const texts = [String(index + 1), row.caseNumber, row.enterpriseName, row.uscc, '', '', row.state];
    writeLine(sheet, head + 1 + index, texts, row);
  }
  const total = head + 1 + list.rows.length;
  writeLine(sheet, total, ['', '合计', `${list.count} 件`], { talents: list.talents, amountFen: list.totalFen });
  writeText(sheet.getCell(total + 1, 1), '控制数');
  writeText(sheet.getCell(total + 1, 2), controlWords(list));
  sheet.mergeCells(total + 1, 2, total + 1, COLUMNS.length);
  sheet.views = [{ state: 'frozen', ySplit: head }];
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  sheet.headerFooter = { oddFooter: `&L${inHeader(controlWords(list))}&R&P / &N` };
  return bytesOf(book);
}

function writeLine(
  sheet: ExcelJS.Worksheet,
  at: number,
  texts: readonly string[],
  figures: { readonly talents: number; readonly amountFen: number },
): void {
  for (const [index, text] of texts.entries()) writeText(sheet.getCell(at, index + 1), text);
  writeFigure(sheet.getCell(at, PEOPLE), figures.talents, '0');
  writeFigure(sheet.getCell(at, AMOUNT), figures.amountFen / 100, '#,##0.00');
}

/** An amount is a number here, since the list is added up by whoever checks it. */
function writeFigure(cell: ExcelJS.Cell, value: number, numFmt: string): void {
  cell.value = value;
  cell.style = { ...cell.style, numFmt, alignment: { horizontal: 'right', vertical: 'top' } };
}
