import { sumFen, type Fen } from '@/lib/kernel/fen';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { amountFrom, amountText, carried, dayText, remarkFor, rowOf, rowsOf } from './bank-layout';
import type { BankLayout, ControlCell, OrderColumn, OrderPart } from './bank-layout.schema';
import { controlTotals, type ControlTotals } from './batch-totals';

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

/**
 * The payment file as a bank takes it, in its layout (docs/payment-files.md): a control row, titles, one row per order in
 * the order of the line ids, a closing row; whichever of them the bank wants.
 */
export function writePaymentFile(content: PaymentFileContent, { order: part }: Pick<BankLayout, 'order'>): string {
  const orders = content.orders.map((order) => fitted({ order: part }, order));
  const of = { ...content, orders };
  const rows = [
    ...(part.header ? [part.header.map((cell) => controlText(part, cell, of))] : []),
    ...(part.titles ? [part.columns.map(({ title }) => title)] : []),
    ...orders.map((order, index) => part.columns.map((column) => orderText(column, order, index, content.madeOn))),
    ...(part.trailer ? [part.trailer.map((cell) => controlText(part, cell, of))] : []),
  ];
  return `${part.byteOrderMark ? '\uFEFF' : ''}${rows.map((cells) => rowOf(part, part.lineEnd, cells)).join('')}`;
}

/** An order as it stands in a file of this layout: what the bank cannot carry is replaced, the remark within its length. */
export function fitted({ order: part }: Pick<BankLayout, 'order'>, order: PaymentOrder): PaymentOrder {
  const remark = remarkFor(part, carried(part, order.remark));
  return { ...order, remark, holder: carried(part, order.holder), bankName: carried(part, order.bankName) };
}

export type PaymentFileFault = 'layout' | 'totals';
type PaymentFileRead = {
  readonly number: string;
  readonly orders: readonly PaymentOrder[];
  readonly totals: ControlTotals;
};

/** Reads such a file back and holds its lines against its own control rows: what the second person confirms. */
export function readPaymentFile(
  text: string,
  { order: part }: Pick<BankLayout, 'order'>,
): Result<PaymentFileRead, PaymentFileFault> {
  const rows = rowsOf(part, text).map(({ cells }) => cells);
  const header = part.header ? rows.shift() : undefined;
  const titles = part.titles ? rows.shift() : undefined;
  const trailer = part.trailer ? rows.pop() : undefined;
  if (part.titles && titles?.join('\t') !== part.columns.map(({ title }) => title).join('\t')) return refuse('layout');
  const orders = rows.map((cells, index) => orderFrom(part, cells, index));
  if (!orders.every((order) => order !== null)) return refuse('layout');
  const totals = controlTotals(orders.map((order) => order.amountFen));
  const controls = [
    [part.header, header],
    [part.trailer, trailer],
  ] as const;
  let number = '';
  for (const [control, cells] of controls) {
    if (!control) continue;
    if (cells?.length !== control.length) return refuse('layout');
    for (const [index, one] of control.entries()) {
      const cell = cells[index] ?? '';
      if (one.field === 'number') number = cell;
      if (one.field === 'text' && cell !== one.text) return refuse('layout');
      if (!saysTotals(one, cell, orders, totals)) return refuse('totals');
    }
  }
  return ok({ number, orders, totals });
}

/** 附言: the programme's name and the 收据编号, as the enterprise was told, so that its accountant can match it. */
export function remarkOf(programmeName: string, receiptNumber: string): string {
  return `${programmeName} ${receiptNumber}`;
}

function orderText(column: OrderColumn, order: PaymentOrder, index: number, madeOn: ShanghaiDay): string {
  switch (column.field) {
    case 'sequence':
      return String(index + 1);
    case 'amount':
      return amountText(column.form, order.amountFen);
    case 'madeOn':
      return dayText(column.form, madeOn);
    case 'text':
      return column.text;
    default:
      return order[column.field];
  }
}

function controlText(part: OrderPart, cell: ControlCell, { orders, ...content }: PaymentFileContent): string {
  switch (cell.field) {
    case 'text':
      return cell.text;
    case 'number':
      return content.number;
    case 'madeOn':
      return dayText(cell.form, content.madeOn);
    case 'programmeName':
      return carried(part, content.programmeName);
    case 'count':
      return String(orders.length);
    case 'total':
      return amountText(cell.form, totalOf(orders));
    default:
      return String(tailSum(orders));
  }
}

function saysTotals(of: ControlCell, cell: string, orders: readonly PaymentOrder[], totals: ControlTotals): boolean {
  if (of.field === 'count') return Number(cell) === totals.count;
  if (of.field === 'total') return amountFrom(of.form, cell) === totals.totalFen;
  return of.field !== 'tailSum' || Number(cell) === tailSum(orders);
}

function orderFrom({ columns }: OrderPart, cells: readonly string[], index: number): PaymentOrder | null {
  if (cells.length !== columns.length) return null;
  const places = new Map(columns.map((column, place) => [column.field, { column, cell: cells[place] ?? '' }]));
  const text = (field: OrderColumn['field']) => places.get(field)?.cell ?? '';
  if (places.has('sequence') && text('sequence') !== String(index + 1)) return null;
  const fixed = columns.every((column, place) => column.field !== 'text' || cells[place] === column.text);
  const amount = places.get('amount');
  const amountFen = amount?.column.field === 'amount' ? amountFrom(amount.column.form, amount.cell) : null;
  const [lineNumber, holder, account] = [text('lineNumber'), text('holder'), text('account')];
  if (!fixed || !lineNumber || !holder || !account || amountFen === null || amountFen <= 0) return null;
  const rest = { bankName: text('bankName'), cnapsCode: text('cnapsCode'), remark: text('remark') };
  return { lineNumber, holder, account, amountFen, ...rest };
}

function totalOf(orders: readonly PaymentOrder[]): Fen {
  return sumFen(orders.map((order) => order.amountFen));
}

/** A sum that no other list of accounts is likely to have: it shows one exchanged for another. */
function tailSum(orders: readonly PaymentOrder[]): number {
  return orders.reduce((sum, { account }) => sum + Number(account.replace(/\D/g, '').slice(-4)), 0);
}
