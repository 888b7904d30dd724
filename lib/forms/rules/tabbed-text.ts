/** More columns or longer cells than any form has; what is pasted is bounded like a file. */
const COLUMNS_MAX = 60;
const ROWS_MAX = 5_020;

/**
 * The cells of what a spreadsheet puts on the clipboard: tabs between cells, a line each, and cells with a line break,
 * tab or quote of their own in double quotes, quotes doubled. A quote inside an unquoted cell is just a character, and
 * one that is never closed takes nothing with it. Null when it has more rows or columns than can be taken.
 */
export function tabbedCells(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length;) {
    const { cell, end } = text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (row.length > COLUMNS_MAX) return null;
    if (text.charAt(end) !== '\t') {
      rows.push(row);
      if (rows.length > ROWS_MAX) return null;
      row = [];
    }
    at = text.charAt(end) === '\r' && text.charAt(end + 1) === '\n' ? end + 2 : end + 1;
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
}

type Cell = { readonly cell: string; readonly end: number };

function plainCell(text: string, at: number): Cell {
  const rest = /[\t\r\n]/g;
  rest.lastIndex = at;
  const end = rest.exec(text)?.index ?? text.length;
  return { cell: text.slice(at, end), end };
}

function quotedCell(text: string, at: number): Cell {
  for (let from = at + 1; ; from += 2) {
    from = text.indexOf('"', from);
    if (from < 0) return plainCell(text, at);
    if (text.charAt(from + 1) === '"') continue;
    const isEnd = from + 1 === text.length || /[\t\r\n]/.test(text.charAt(from + 1));
    return isEnd ? { cell: text.slice(at + 1, from).replaceAll('""', '"'), end: from + 1 } : plainCell(text, at);
  }
}
