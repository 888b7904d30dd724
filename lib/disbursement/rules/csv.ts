/** Rows of cells as RFC 4180 has them: comma, double quotes, CRLF. */

/** A cell that begins so is run as a formula by spreadsheet programmes, full width signs by some of them too. */
const RUNS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** One row, quoted where needed, with its line end. A cell that a spreadsheet would run gets an apostrophe before it. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(RUNS.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`;
}

export type CsvRow = {
  /** Counted from 1 as a text editor does. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** Reads a text with any line end; blank lines, byte order mark and the apostrophe of `csvRow` are taken off. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  for (const { cells, breaks } of recordsOf(text.replace(/^\uFEFF/, ''))) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(unguarded) });
    line += breaks;
  }
  return rows;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

const CELL = /[^\S\r\n]*"((?:[^"]|"")*)"[^\S\r\n]*|([^,\r\n]*)/y;
const BREAK = /\r\n|\r|\n/y;

function* recordsOf(text: string): Generator<{ cells: string[]; breaks: number }> {
  for (let at = 0; at < text.length;) {
    const start = at;
    const cells: string[] = [];
    do {
      if (cells.length > 0) at += 1;
      CELL.lastIndex = at;
      const cell = CELL.exec(text);
      cells.push(cell?.[1]?.replaceAll('""', '"') ?? cell?.[2] ?? '');
      at = CELL.lastIndex;
    } while (text[at] === ',');
    BREAK.lastIndex = at;
    // Something behind a closing quote begins a record of its own, so that nothing is swallowed.
    if (BREAK.exec(text)) at = BREAK.lastIndex;
    yield { cells, breaks: (text.slice(start, at).match(/\r\n|\r|\n/g) ?? []).length };
  }
}
