import type { Fen } from '@/lib/kernel/fen';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { readCsv, type CsvRow } from './csv';
import { LINE_NUMBER } from './numbers';
import { fenOf } from './yuan';

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
  readonly complaint: ResultComplaint;
  readonly text: string;
};

const COLUMNS = 7;
const OUTCOMES: Readonly<Record<string, BankOutcome>> = {
  PAID: 'PAID',
  成功: 'PAID',
  FAILED: 'FAILED',
  失败: 'FAILED',
  RETURNED: 'RETURNED',
  退汇: 'RETURNED',
};

/**
 * Reads the bank's result file. Columns: 明细编号, last four of the account, amount in yuan, result (PAID, FAILED,
 * RETURNED or the Chinese words), reason code (for the last two), bank reference, day. A first row of titles, byte order
 * mark, any line end, blank lines, full width and blanks around values are forgiven. A row that does not read is not
 * guessed at: it comes back with its number and what is wrong with it.
 */
export function readBankResult(text: string): { lines: BankResultLine[]; unread: UnreadLine[] } {
  const rows = readCsv(text);
  const lines: BankResultLine[] = [];
  const unread: UnreadLine[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 && isTitles(row)) continue;
    const read = readLine(row);
    if (typeof read === 'string') unread.push({ line: row.line, complaint: read, text: shown(row) });
    else lines.push(read);
  }
  return { lines, unread };
}

function readLine({ line, cells }: CsvRow): BankResultLine | ResultComplaint {
  const plain = cells.map((cell) => cell.normalize('NFKC').replace(/[\s\u200b\u2060\ufeff]/gu, ''));
  while (plain.length > COLUMNS && plain.at(-1) === '') plain.pop();
  if (plain.length !== COLUMNS) return 'columns';
  const [lineNumber = '', accountTail = '', amount = '', outcomeWord = '', reasonCode = '', reference = ''] = plain;
  if (!LINE_NUMBER.test(lineNumber.toUpperCase())) return 'line-number';
  if (!/^\d{4}$/.test(accountTail)) return 'account-tail';
  const amountFen = fenOf(amount);
  if (amountFen === null || amountFen === 0) return 'amount';
  const outcome = OUTCOMES[outcomeWord.toUpperCase()];
  if (!outcome) return 'outcome';
  if (outcome !== 'PAID' && reasonCode === '') return 'reason-missing';
  if (outcome === 'PAID' && reference === '') return 'reference-missing';
  const on = dayOf(plain[6] ?? '');
  if (!on) return 'day';
  const code = reasonCode.toUpperCase();
  return {
    line,
    lineNumber: lineNumber.toUpperCase(),
    accountTail,
    amountFen,
    outcome,
    reasonCode: code,
    bankReference: reference,
    on,
  };
}

/** Banks write `20261124` as well as `2026-11-24`. */
function dayOf(text: string): ShanghaiDay | null {
  const read = parseShanghaiDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return read.ok ? read.value : null;
}

/** Titles hold no line id and no figure. */
function isTitles({ cells }: CsvRow): boolean {
  return cells.every((cell) => !/\d{3}/.test(cell));
}

/** A row as it came, short enough for a list; whole accounts are not shown. */
function shown({ cells }: CsvRow): string {
  return cells
    .join(',')
    .replace(/\d{8,}/g, (digits) => `****${digits.slice(-4)}`)
    .slice(0, 120);
}
