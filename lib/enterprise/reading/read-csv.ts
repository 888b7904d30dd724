import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SheetCells, SpreadsheetFault } from '@/lib/ports/spreadsheet-reader';
import { COLUMNS_MAX, ROWS_MAX } from './check-parts';

const ROWS_ABOVE = 20;
const CELL_MAX = 2_000;

/** Text of a .csv: UTF-8 with or without its mark, else GB 18030, in which Excel in China saves. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/** Reads comma separated values by RFC 4180: quotes, doubled quotes, line feeds inside quotes; bounded in every way. */
export function readCsv(bytes: Uint8Array): Result<SheetCells, SpreadsheetFault> {
  if (bytes.includes(0)) return refuse('not-a-spreadsheet');
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    return refuse('unreadable');
  }
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === ',') endCell();
    else if (character === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (character !== '\r') cell += character;
    if (cell.length > CELL_MAX) return refuse('unreadable');
    if (row.length > COLUMNS_MAX) return refuse('too-many-columns');
    if (rows.length > ROWS_MAX + ROWS_ABOVE) return refuse('too-many-rows');
  }
  if (isQuoted) return refuse('unreadable');
  endCell();
  if (row.some((one) => one !== '')) rows.push(row);
  return ok(rows);
}
