import { formatMoney, type Fen } from '@/lib/kernel/fen';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { amountFrom, rowsOf } from './bank-layout';
import {
  plainCell,
  USUAL_WAITING,
  type ResultColumn,
  type ResultControlCell,
  type ResultPart,
} from './bank-layout.schema';
import type { CsvRow } from './csv';
import { LINE_NUMBER } from './numbers';

/** RETURNED is 退汇: the money left and came back. */
export type BankOutcome = 'PAID' | 'FAILED' | 'RETURNED';

export type BankResultLine = {
  readonly line: number;
  readonly lineNumber: string;
  readonly accountTail: string;
  readonly amountFen: Fen;
  readonly outcome: BankOutcome;
  readonly reasonCode: string;
  readonly bankReference: string;
  readonly on: ShanghaiDay;
};

export type ResultComplaint =
  'columns' | 'line-number' | 'account-tail' | 'amount' | 'outcome' | 'reason-missing' | 'reference-missing' | 'day';

export type UnreadLine = {
  readonly line: number;
  /** The line id that it holds, where it holds one and no other. */
  readonly lineNumber: string | null;
  readonly complaint: ResultComplaint;
  readonly text: string;
};

/** Why a file is not taken in at all: nothing of it can be believed, or it is not whole. */
export type ResultFault =
  | { readonly code: 'result-encoding'; readonly wanted: ResultPart['encoding'] }
  | { readonly code: 'result-columns'; readonly missing: readonly string[]; readonly twice: readonly string[] }
  | { readonly code: 'result-control'; readonly row: 'header' | 'trailer'; readonly says: string; readonly is: string };

/** 处理中: an order that the bank has and has not answered. It takes no effect, and must be ours all the same. */
export type WaitingLine = Pick<BankResultLine, 'line' | 'lineNumber' | 'accountTail' | 'amountFen'>;

export type BankResult = {
  readonly lines: readonly BankResultLine[];
  readonly waiting: readonly WaitingLine[];
  readonly unread: readonly UnreadLine[];
};
type Layout = { readonly result: ResultPart };

/** The text of a result in the layout's encoding; UTF-8 where GB 18030 is expected is told by its words. */
export function decodeResult(bytes: Uint8Array, { result }: Layout): Result<string, ResultFault> {
  const wrong = refuse<ResultFault>({ code: 'result-encoding', wanted: result.encoding });
  const utf8 = decoded('utf-8', bytes);
  if (result.encoding === 'utf-8') return utf8 === null ? wrong : ok(utf8);
  if (result.encoding === 'either') return ok(utf8 ?? new TextDecoder('gb18030').decode(bytes));
  const gb = decoded('gb18030', bytes);
  if (gb === null) return wrong;
  const words = Object.values(result.words).flat();
  // Hardly any text in GB 18030 is UTF-8 as well, unless it is all ASCII; the words decide.
  const isOther = utf8 !== null && utf8 !== gb && !words.some((word) => gb.includes(word));
  return isOther ? wrong : ok(gb);
}

function decoded(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads the bank's result file by the layout of its payment file, whose number is `fileNumber`. Byte order mark, any line
 * end, blank lines, full width and blanks around values are forgiven. A row that does not read is not guessed at: it
 * comes back with its number and what is wrong with it; so does the last one where nothing says that the file is whole (no
 * control row, no line end) and its day may have lost a digit. Refused whole is a file without a column that is found by its
 * title, or one whose control rows say something else than it holds.
 */
export function readBankResult(text: string, { result }: Layout, fileNumber: string): Result<BankResult, ResultFault> {
  const rows = rowsOf(result, text);
  if (rows.length === 0) return ok({ lines: [], waiting: [], unread: [] });
  const header = result.header ? rows.shift() : undefined;
  const places = placesOf(result, rows);
  if (!places.ok) return places;
  const trailer = result.trailer ? rows.pop() : undefined;
  const lines: BankResultLine[] = [];
  const waiting: WaitingLine[] = [];
  const unread: UnreadLine[] = [];
  const mayBeCut = !result.trailer && !/[\r\n]\s*$/.test(text);
  for (const row of rows) {
    const read = readLine(result, places.value, row, mayBeCut && row === rows.at(-1));
    if (typeof read === 'string')
      unread.push({ line: row.line, lineNumber: lineIdIn(row), complaint: read, text: shown(row) });
    else if ('outcome' in read) lines.push(read);
    else waiting.push(read);
  }
  const said = { lines, waiting, unread };
  const held = { ...said, fileNumber };
  const fault =
    (result.header && controlFault('header', result.header, header, held)) ??
    (result.trailer && controlFault('trailer', result.trailer, trailer, held));
  return fault ? refuse(fault) : ok(said);
}

/** Where each column stands, with how many cells a row has (null where more may follow); takes the row of titles off. */
type Places = { readonly at: readonly (readonly [ResultColumn, number])[]; readonly width: number | null };

function placesOf({ titles, columns }: ResultPart, rows: CsvRow[]): Result<Places, ResultFault> {
  if (titles !== 'named') {
    if (titles === 'forgiven' && rows[0] && isTitles(rows[0])) rows.shift();
    return ok({ at: columns.map((column, place) => [column, place] as const), width: columns.length });
  }
  const found = (rows.shift()?.cells ?? []).map(plainCell);
  const wanted = columns.filter(({ field }) => field !== 'other');
  const missing = wanted.filter(({ title }) => !found.includes(plainCell(title))).map(({ title }) => title);
  const many = (title: string) => found.filter((cell) => cell === plainCell(title)).length > 1;
  const twice = wanted.filter(({ title }) => many(title)).map(({ title }) => title);
  if (missing.length + twice.length > 0) return refuse({ code: 'result-columns', missing, twice });
  const at = wanted.map((column) => [column, found.indexOf(plainCell(column.title))] as const);
  return ok({ at, width: null });
}

function readLine(
  { words, reasons }: ResultPart,
  { at, width }: Places,
  { line, cells }: CsvRow,
  mayBeCut: boolean,
): BankResultLine | WaitingLine | ResultComplaint {
  const plain = cells.map(plainCell);
  while (width !== null && plain.length > width && plain.at(-1) === '') plain.pop();
  const last = Math.max(...at.map(([, place]) => place));
  if (width === null ? plain.length <= last : plain.length !== width) return 'columns';
  const of = new Map(at.map(([column, place]) => [column.field, { column, cell: plain[place] ?? '' }]));
  const text = (field: ResultColumn['field']) => of.get(field)?.cell ?? '';
  const lineNumber = text('lineNumber');
  if (!LINE_NUMBER.test(lineNumber)) return 'line-number';
  const accountTail = tailOf(of.get('account')?.column, text('account'));
  if (accountTail === null) return 'account-tail';
  const amount = of.get('amount')?.column;
  const amountFen = amount?.field === 'amount' ? amountFrom(amount.form, text('amount')) : null;
  if (amountFen === null || amountFen === 0) return 'amount';
  const isSaid = (some: readonly string[]) => some.some((word) => plainCell(word) === text('outcome'));
  const outcome = OUTCOMES.find((one) => isSaid(words[one]));
  if (!outcome && isSaid(words.WAITING ?? USUAL_WAITING)) return { line, lineNumber, accountTail, amountFen };
  if (!outcome) return 'outcome';
  if (outcome !== 'PAID' && text('reason') === '') return 'reason-missing';
  const reasonCode =
    Object.entries(reasons).find(([word]) => plainCell(word) === text('reason'))?.[1] ?? text('reason');
  const reference = cells[at.find(([{ field }]) => field === 'bankReference')?.[1] ?? -1] ?? '';
  const bankReference = reference.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]/gu, '');
  if (outcome === 'PAID' && bankReference === '') return 'reference-missing';
  const on = dayOf(text('day'));
  if (!on || (mayBeCut && isShortDay(text('day')))) return 'day';
  return { line, lineNumber, accountTail, amountFen, outcome, reasonCode, bankReference, on };
}

const OUTCOMES: readonly BankOutcome[] = ['PAID', 'FAILED', 'RETURNED'];

/** The last four digits of the account as the bank writes it; null where they are not there. */
function tailOf(column: ResultColumn | undefined, cell: string): string | null {
  if (column?.field !== 'account') return null;
  if (column.form === 'tail') return /^\d{4}$/.test(cell) ? cell : null;
  if (column.form === 'masked') return /^[\d-]*\*+[\d*-]*(\d{4})$/.exec(cell)?.[1] ?? null;
  const digits = cell.replaceAll('-', '');
  return /^\d{8,30}$/.test(digits) ? digits.slice(-4) : null;
}

/** Banks write `20261124` as well as `2026-11-24`. */
function dayOf(text: string): ShanghaiDay | null {
  const read = parseShanghaiDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return read.ok ? read.value : null;
}

/** What `2026-11-24` is where its file ends too early; a day that is written so short on purpose goes to the list as well. */
function isShortDay(text: string): boolean {
  return !text.endsWith('日') && text.replace(/\D/g, '').length < 8;
}

type Held = BankResult & { readonly fileNumber: string };

/** What a control row says that the file does not bear out; null where all is well. A cut file shows here. */
function controlFault(
  row: 'header' | 'trailer',
  control: readonly ResultControlCell[],
  found: CsvRow | undefined,
  held: Held,
): ResultFault | null {
  const cells = (found?.cells ?? []).map(plainCell);
  while (cells.length > control.length && cells.at(-1) === '') cells.pop();
  const fault = (says: string, is: string): ResultFault => ({ code: 'result-control', row, says, is });
  if (cells.length !== control.length) return fault(`${cells.length} 项`, `${control.length} 项`);
  for (const [index, one] of control.entries()) {
    const [cell, is] = [cells[index] ?? '', borneOut(one, held)];
    const isSame = one.field === 'total' ? amountFrom(one.form, cell) === is : cell === String(is);
    if (is !== null && !isSame) return fault(`${CONTROL_WORDS[one.field]} ${cell}`, controlWord(one, is));
  }
  return null;
}

const CONTROL_WORDS = { number: '文件编号', count: '行数', total: '合计', text: '标志', other: '' } as const;
const controlWord = (one: ResultControlCell, is: string | number) =>
  one.field === 'total' ? formatMoney(Number(is)) : String(is);

/** What the cell should say; null where nothing can be held against it. */
function borneOut(one: ResultControlCell, { lines, waiting, unread, fileNumber }: Held): string | number | null {
  const read = [...lines, ...waiting];
  if (one.field === 'text') return plainCell(one.text);
  if (one.field === 'number') return fileNumber;
  if (one.field === 'count') return read.length + unread.length;
  // Where a row does not read its amount is not known, and the row itself goes to the list.
  if (one.field === 'total') return unread.length > 0 ? null : read.reduce((sum, line) => sum + line.amountFen, 0);
  return null;
}

/** Titles hold no line id and no figure. */
function isTitles({ cells }: CsvRow): boolean {
  return cells.every((cell) => !/\d{3}/.test(cell));
}

/** Whichever order of ours an unreadable row is about, wherever in it that stands. */
function lineIdIn({ cells }: CsvRow): string | null {
  const ids = new Set(cells.map(plainCell).filter((cell) => LINE_NUMBER.test(cell)));
  const [id] = ids;
  return ids.size === 1 && id ? id : null;
}

/** A row as it came, short enough for a list; whole accounts are not shown. */
function shown({ cells }: CsvRow): string {
  return cells
    .join(',')
    .replace(/\d{8,}/g, (digits) => `****${digits.slice(-4)}`)
    .slice(0, 120);
}
