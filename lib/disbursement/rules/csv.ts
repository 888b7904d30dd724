/** Rows of cells as RFC 4180 has them (comma, double quotes, CRLF), and as banks change them. */

/** A cell that begins so is run as a formula by spreadsheet programmes, full width signs by some of them too. */
const RUNS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** One row, quoted where needed, with its line end. A cell that a spreadsheet would run gets an apostrophe before it. */
export function csvRow(cells: readonly string[]): string {
  return `${quotedRow(cells, ',', false)}\r\n`;
}

/** A row of values in quotes, where needed or all of them, guarded as `csvRow` guards them; without a line end. */
export function quotedRow(cells: readonly string[], separator: string, all: boolean): string {
  const guarded = cells.map((cell) => (RUNS.test(cell) ? `'${cell}` : cell));
  return guarded.map((cell) => (all ? inQuotes(cell) : quoted(cell, separator))).join(separator);
}

export type CsvRow = {
  /** Counted from 1 as a text editor does. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** Reads a text with any line end; blank lines, byte order mark and the apostrophe of `csvRow` are taken off. */
export function readCsv(text: string): CsvRow[] {
  return readQuoted(text, ',');
}

/** As `readCsv`, with another separator. */
export function readQuoted(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  for (const { cells, breaks } of recordsOf(text.replace(/^\uFEFF/, ''), separator)) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(unguarded) });
    line += breaks;
  }
  return rows;
}

/** Rows without quotes: every separator parts two cells. Line ends and blank lines as in `readCsv`. */
export function readPlain(text: string, separator: string): CsvRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.flatMap((one, index) => (one.trim() === '' ? [] : [{ line: index + 1, cells: one.split(separator) }]));
}

const inQuotes = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function quoted(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? inQuotes(cell) : cell;
}

function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

const BREAK = /\r\n|\r|\n/y;

/** A cell in quotes with blanks around it, or whatever stands before the next separator. */
const cellPattern = (separator: string) =>
  new RegExp(`[^\\S\\r\\n${separator}]*"((?:[^"]|"")*)"[^\\S\\r\\n${separator}]*|([^${separator}\\r\\n]*)`, 'y');

function* recordsOf(text: string, separator: string): Generator<{ cells: string[]; breaks: number }> {
  const cellAt = cellPattern(separator);
  for (let at = 0; at < text.length;) {
    const start = at;
    const cells: string[] = [];
    do {
      if (cells.length > 0) at += 1;
      cellAt.lastIndex = at;
      const cell = cellAt.exec(text);
      cells.push(cell?.[1]?.replaceAll('""', '"') ?? cell?.[2] ?? '');
      at = cellAt.lastIndex;
    } while (text[at] === separator);
    BREAK.lastIndex = at;
    // Something behind a closing quote begins a record of its own, so that nothing is swallowed.
    if (BREAK.exec(text)) at = BREAK.lastIndex;
    yield { cells, breaks: (text.slice(start, at).match(/\r\n|\r|\n/g) ?? []).length };
  }
}
