import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { inHeader, writeHeading, writeText } from '@/lib/application/document/workbook';
import { cellValue, type SheetColumn } from '../rules/columns';
import { changedMeanwhile, coverLines, watermark, type Taken } from '../rules/cover';

const FONT = { name: 'Microsoft YaHei', size: 11 };
const FORMATS = { text: '@', count: '0', money: '#,##0.00' } as const;
/** What the reader may leave lying before no more rows are read. */
const LEFT_LYING_BYTES = 64 * 1024;

export type Pages<T> = AsyncIterable<readonly T[]>;

/**
 * A workbook that is written while its rows are read, and read no faster than it is taken. When the reader goes away,
 * the reading of rows is ended; when the rows fail, so does the stream, and what was taken so far is no workbook.
 */
export function streamedBook<T>(
  taken: Taken,
  columns: readonly SheetColumn<T>[],
  pages: Pages<T>,
): ReadableStream<Uint8Array> {
  const out = new PassThrough({ highWaterMark: LEFT_LYING_BYTES });
  // A reader that goes away is no failure of ours.
  out.on('error', () => undefined);
  void writeBook(out, taken, columns, pages).catch((error: Error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function writeBook<T>(
  out: PassThrough,
  taken: Taken,
  columns: readonly SheetColumn<T>[],
  pages: Pages<T>,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  book.creator = `${taken.by.name}（${taken.by.username}）`;
  book.created = taken.at;
  addLines(book, '导出说明', coverLines(taken));
  const sheet = book.addWorksheet('数据', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: headerFooter(taken),
  });
  sheet.columns = columns.map(({ kind, width }) => ({
    width,
    style: { numFmt: FORMATS[kind], font: FONT, alignment: { vertical: 'top' as const } },
  }));
  const heading = sheet.getRow(1);
  for (const [index, column] of columns.entries()) writeHeading(heading.getCell(index + 1), column.heading);
  heading.commit();
  let written = 0;
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow(columns.map((column) => cellValue(column, row))).commit();
    written += rows.length;
    // Leaving the loop ends the reading of rows too.
    if (!(await hasRoom(out))) return;
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: written + 1, column: columns.length } };
  sheet.commit();
  const says = changedMeanwhile(taken, written);
  if (says) addLines(book, '行数说明', [['行数', says]]);
  await book.commit();
}

/** Waits until what was written is taken; false when nobody takes it any more. */
async function hasRoom(out: PassThrough): Promise<boolean> {
  await new Promise(setImmediate);
  while (!out.destroyed && out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  return !out.destroyed;
}

function addLines(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  title: string,
  lines: readonly (readonly [string, string])[],
): void {
  const sheet = book.addWorksheet(title);
  sheet.columns = [{ width: 14 }, { width: 90, style: { numFmt: '@', font: FONT } }];
  for (const [index, [label, says]] of lines.entries()) {
    const row = sheet.getRow(index + 1);
    writeHeading(row.getCell(1), label);
    writeText(row.getCell(2), says);
    row.commit();
  }
  sheet.commit();
}

function headerFooter(taken: Taken): Partial<ExcelJS.HeaderFooter> {
  const { head, foot } = watermark(taken);
  return { oddHeader: `&L${inHeader(head)}`, oddFooter: `&L${inHeader(foot)}&R&P / &N` };
}
