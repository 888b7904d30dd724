import { sumFen, type Fen } from '@/lib/kernel/fen';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { controlTotals, sameTotals, type ControlTotals } from './batch-totals';
import { csvRow, readCsv } from './csv';
import { fenOf, yuanOf } from './yuan';

export type PaymentOrder = {
  /** 明细编号, echoed by the bank. */
  readonly lineNumber: string;
  readonly holder: string;
  readonly account: string;
  readonly bankName: string;
  readonly cnapsCode: string;
  readonly amountFen: Fen;
  readonly remark: string;
};

export type PaymentFileContent = {
  readonly number: string;
  readonly madeOn: ShanghaiDay;
  readonly programmeName: string;
  readonly orders: readonly PaymentOrder[];
};

/** The version of the layout, for the bank's reader. */
const LAYOUT = 'FK1';
const TITLES = ['明细编号', '户名', '账号', '开户行', '联行号', '金额', '附言'];

/**
 * The payment file as the bank takes it: CSV in UTF-8 with byte order mark, CRLF, nothing that a spreadsheet runs.
 *
 * Row 1, control: `FK1`, file number, day made, programme, number of lines, total in yuan.
 * Row 2, titles. Every further row: line id, holder, account (digits), bank, 联行号 (12 digits), amount in yuan with two
 * decimals and no thousands, remark (附言: programme and 收据编号). Rows stand in the order of their line ids.
 */
export function writePaymentFile(content: PaymentFileContent): string {
  const { number, madeOn, programmeName, orders } = content;
  const control = [LAYOUT, number, madeOn, programmeName, String(orders.length), yuanOf(totalOf(orders))];
  const lines = orders.map((order) =>
    csvRow([
      order.lineNumber,
      order.holder,
      order.account,
      order.bankName,
      order.cnapsCode,
      yuanOf(order.amountFen),
      order.remark,
    ]),
  );
  return `\uFEFF${csvRow(control)}${csvRow(TITLES)}${lines.join('')}`;
}

export type PaymentFileFault = 'layout' | 'totals';

/** Reads such a file back and holds its lines against its own control row: what the second person confirms. */
export function readPaymentFile(
  text: string,
): Result<PaymentFileContent & { readonly totals: ControlTotals }, PaymentFileFault> {
  const [control, titles, ...rows] = readCsv(text).map(({ cells }) => cells);
  const [layout, number, madeOn, programmeName, count, total] = control ?? [];
  const day = parseShanghaiDay(madeOn ?? '');
  const totalFen = fenOf(total ?? '');
  const orders = rows.map(orderOf);
  const isReadable = layout === LAYOUT && titles?.join() === TITLES.join() && day.ok && totalFen !== null;
  if (!isReadable || !orders.every((order) => order !== null)) return refuse('layout');
  const totals = controlTotals(orders.map((order) => order.amountFen));
  if (!sameTotals(totals, { count: Number(count), totalFen })) return refuse('totals');
  return ok({ number: number ?? '', madeOn: day.value, programmeName: programmeName ?? '', orders, totals });
}

/** 附言: the programme's name and the 收据编号, as the enterprise was told, so that its accountant can match it. */
export function remarkOf(programmeName: string, receiptNumber: string): string {
  return `${programmeName} ${receiptNumber}`;
}

function orderOf(cells: readonly string[]): PaymentOrder | null {
  const [lineNumber, holder, account, bankName, cnapsCode, amount, remark] = cells;
  const amountFen = fenOf(amount ?? '');
  if (cells.length !== TITLES.length || !lineNumber || !holder || !account || amountFen === null) return null;
  return {
    lineNumber,
    holder,
    account,
    bankName: bankName ?? '',
    cnapsCode: cnapsCode ?? '',
    amountFen,
    remark: remark ?? '',
  };
}

function totalOf(orders: readonly PaymentOrder[]): Fen {
  return sumFen(orders.map((order) => order.amountFen));
}
