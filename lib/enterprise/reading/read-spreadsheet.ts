import { readSheet } from 'read-excel-file/node';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SheetCells, SpreadsheetFault } from '@/lib/ports/spreadsheet-reader';
import { COLUMNS_MAX, faultOfParts, ROWS_MAX } from './check-parts';
import { openPackage } from './open-package';
import { readCsv } from './read-csv';
import { zipOf } from './zip';

const ROWS_ABOVE = 20;
const ZIP = [0x50, 0x4b];
/** .xls, and .xlsx under a password, are compound files of 1992. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads the first sheet of an .xlsx, or a .csv, by its content. Counters first, then the parser, and the parser is
 * given a package made anew of the very parts that were looked at: two readers of one zip need not see the same.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Result<SheetCells, SpreadsheetFault>> {
  if (bytes.byteLength === 0) return refuse('not-a-spreadsheet');
  if (startsWith(bytes, COMPOUND)) return refuse('old-format');
  if (!startsWith(bytes, ZIP)) return looksLikeText(bytes) ? readCsv(bytes) : refuse('not-a-spreadsheet');
  const parts = await openPackage(bytes);
  if (!parts.ok) return parts;
  const fault = faultOfParts(parts.value);
  if (fault) return refuse(fault);
  const rows = await readSheet(zipOf(parts.value), { parseNumber: (digits: string) => digits });
  if (rows.length > ROWS_MAX + ROWS_ABOVE) return refuse('too-many-rows');
  if (rows.some((row) => row.length > COLUMNS_MAX)) return refuse('too-many-columns');
  return ok(rows.map((row) => row.map(textOf)));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Other files (PDF, pictures, HTML) are not tables, whatever their name says. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  return !/[\u0000-\u0008\u000e-\u001f]/.test(head) && !/^\s*(<|%PDF|\{)/.test(head);
}
