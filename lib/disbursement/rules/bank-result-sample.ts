import { sumFen } from '@/lib/kernel/fen';
import { amountText, encodeFor, rowOf } from './bank-layout';
import type { BankLayout, ResultColumn, ResultPart } from './bank-layout.schema';
import type { BankResultLine } from './bank-result';

export type SaidLine = Omit<BankResultLine, 'line'>;
type Layout = Pick<BankLayout, 'result'>;

/** A result as the bank of this layout would write it: for the preview, and for the banks that tests make up. */
export function resultText(said: readonly SaidLine[], layout: Layout, fileNumber: string): string {
  return rowsText(
    said.map((line) => resultCells(line, layout)),
    said,
    layout,
    fileNumber,
  );
}

/** As `resultText`, of rows that may be anything; the control rows tell of what was said. */
export function rowsText(
  rows: readonly (readonly string[])[],
  said: readonly SaidLine[],
  { result }: Layout,
  fileNumber: string,
): string {
  const control = (cells: ResultPart['header']) => (cells ? [controlCells(cells, said, fileNumber)] : []);
  const titles = result.titles === 'none' ? [] : [result.columns.map(({ title }) => title)];
  const all = [...control(result.header), ...titles, ...rows, ...control(result.trailer)];
  return all.map((cells) => rowOf(result, '\r\n', cells)).join('');
}

export function resultBytes(text: string, { result }: Layout): Uint8Array {
  return encodeFor({ encoding: result.encoding === 'gb18030' ? 'gb18030' : 'utf-8' }, text);
}

export function resultCells(said: SaidLine, { result }: Layout): string[] {
  return result.columns.map((column) => cellOf(column, said, result));
}

function cellOf(column: ResultColumn, said: SaidLine, { words, reasons }: ResultPart): string {
  switch (column.field) {
    case 'amount':
      return amountText(column.form, said.amountFen);
    case 'account':
      return { tail: '', masked: '3225****', whole: '3225019882' }[column.form] + said.accountTail;
    case 'outcome':
      return words[said.outcome][0] ?? said.outcome;
    case 'reason':
      return Object.entries(reasons).find(([, code]) => code === said.reasonCode)?.[0] ?? said.reasonCode;
    case 'day':
      return said.on;
    case 'other':
      return '';
    default:
      return said[column.field];
  }
}

function controlCells(cells: NonNullable<ResultPart['header']>, said: readonly SaidLine[], number: string): string[] {
  return cells.map((cell) => {
    if (cell.field === 'text') return cell.text;
    if (cell.field === 'number') return number;
    if (cell.field === 'count') return String(said.length);
    if (cell.field === 'total') return amountText(cell.form, sumFen(said.map(({ amountFen }) => amountFen)));
    return '';
  });
}
