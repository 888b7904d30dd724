import type { Buffer } from 'node:buffer';
import type { SpreadsheetFault } from '@/lib/ports/spreadsheet-reader';

export const ROWS_MAX = 5_000;
export const COLUMNS_MAX = 60;
/** The heading and what people write above it. */
const ROWS_ABOVE = 20;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
// A reference is letters and digits and nothing else: a character reference (&#88;) in it would be read differently
// here and by the parser.
const CELL = /<(?:[A-Za-z_][\w.-]*:)?c(?=[\s/>])([^>]*)>/g;
const ROW = /<(?:[A-Za-z_][\w.-]*:)?row(?=[\s/>])([^>]*)>/g;
const REFERENCE = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * Looks at the XML before any parser does: no document type (XXE and entity bombs begin there), UTF-8 only, no formula,
 * and no cell further out than the table may reach: one far cell in a file of 2 KB makes parsers fill the whole sheet.
 */
export function faultOfParts(parts: ReadonlyMap<string, Buffer>): SpreadsheetFault | null {
  if (!parts.has('xl/workbook.xml') || !parts.has('[Content_Types].xml')) return 'not-a-spreadsheet';
  if (/macroEnabled|ms-office\.vba/i.test(parts.get('[Content_Types].xml')?.toString('latin1') ?? '')) return 'macro';
  for (const [name, bytes] of parts) {
    const fault = faultOfXml(bytes) ?? (SHEET.test(name) ? faultOfSheet(bytes.toString('latin1')) : null);
    if (fault) return fault;
  }
  return null;
}

function faultOfXml(bytes: Buffer): SpreadsheetFault | null {
  if (bytes.includes(0)) return 'unreadable';
  const head = bytes.subarray(0, 200).toString('latin1');
  const encoding = /encoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) return 'unreadable';
  return /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(bytes.toString('latin1')) ? 'foreign-part' : null;
}

function faultOfSheet(xml: string): SpreadsheetFault | null {
  if (/<(?:[A-Za-z_][\w.-]*:)?f[\s/>]/.test(xml)) return 'formula';
  let rows = 0;
  for (const [, attributes = ''] of xml.matchAll(ROW)) {
    rows += 1;
    const reference = referenceIn(attributes);
    if (reference !== null && !/^\d{1,7}$/.test(reference)) return 'unreadable';
    if (rows > ROWS_MAX + ROWS_ABOVE || Number(reference ?? 0) > ROWS_MAX + ROWS_ABOVE) return 'too-many-rows';
  }
  return faultOfCells(xml);
}

function faultOfCells(xml: string): SpreadsheetFault | null {
  let cells = 0;
  for (const [, attributes = ''] of xml.matchAll(CELL)) {
    cells += 1;
    if (cells > (ROWS_MAX + ROWS_ABOVE) * COLUMNS_MAX) return 'too-many-rows';
    const reference = referenceIn(attributes);
    if (reference === null) continue;
    const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    if (!place) return 'unreadable';
    if (Number(place[2]) > ROWS_MAX + ROWS_ABOVE) return 'too-many-rows';
    if (columnNumber(place[1] ?? '') > COLUMNS_MAX) return 'too-many-columns';
  }
  return null;
}

function referenceIn(attributes: string): string | null {
  const found = REFERENCE.exec(attributes);
  return found ? (found[1] ?? found[2] ?? '') : null;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
