import { sumFen, type Fen } from '@/lib/kernel/fen';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { carried, remarkFor, type BankLayout, type ControlField, type OrderField } from './bank-layout';
import { STANDARD } from './bank-layouts';
import { controlTotals, type ControlTotals } from './batch-totals';
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

/**
 * The payment file as a bank takes it, in its layout (docs/payment-files.md): a control row, titles, one row per order in
 * the order of the line ids, a closing row; whichever of them the bank wants.
 */
export function writePaymentFile(content: PaymentFileContent, layout: BankLayout = STANDARD): string {
  const orders = content.orders.map((order) => fitted(layout, order));
  const of = { ...content, orders };
  const rows = [
    ...(layout.header ? [layout.header.map((field) => controlCell(layout, field, of))] : []),
    ...(layout.titles ? [layout.columns.map(({ title }) => title)] : []),
    ...orders.map((order, index) => layout.columns.map(({ field }) => orderCell(field, order, index))),
    ...(layout.trailer ? [layout.trailer.map((field) => controlCell(layout, field, of))] : []),
  ];
  return `${layout.byteOrderMark ? '\uFEFF' : ''}${rows.map((cells) => rowOf(layout, cells)).join('')}`;
}

/** An order as it stands in a file of this layout: what the bank cannot carry is replaced, the remark within its length. */
export function fitted(layout: BankLayout, order: PaymentOrder): PaymentOrder {
  const remark = remarkFor(layout, carried(layout, order.remark));
  return { ...order, remark, holder: carried(layout, order.holder), bankName: carried(layout, order.bankName) };
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
  layout: BankLayout = STANDARD,
): Result<PaymentFileRead, PaymentFileFault> {
  const rows = cellsOf(layout, text);
  const header = layout.header ? rows.shift() : undefined;
  const titles = layout.titles ? rows.shift() : undefined;
  const trailer = layout.trailer ? rows.pop() : undefined;
  if (layout.titles && titles?.join('\t') !== layout.columns.map(({ title }) => title).join('\t'))
    return refuse('layout');
  const orders = rows.map((cells, index) => orderFrom(layout, cells, index));
  if (!orders.every((order) => order !== null)) return refuse('layout');
  const totals = controlTotals(orders.map((order) => order.amountFen));
  const controls = [
    [layout.header, header],
    [layout.trailer, trailer],
  ] as const;
  let number = '';
  for (const [fields, cells] of controls) {
    if (!fields) continue;
    if (cells?.length !== fields.length) return refuse('layout');
    for (const [index, field] of fields.entries()) {
      const cell = cells[index] ?? '';
      if (field === 'number') number = cell;
      if (field.startsWith('mark=') && cell !== field.slice(5)) return refuse('layout');
      if (!saysTotals(field, cell, orders, totals)) return refuse('totals');
    }
  }
  return ok({ number, orders, totals });
}

/** 附言: the programme's name and the 收据编号, as the enterprise was told, so that its accountant can match it. */
export function remarkOf(programmeName: string, receiptNumber: string): string {
  return `${programmeName} ${receiptNumber}`;
}

function rowOf(layout: BankLayout, cells: readonly string[]): string {
  if (layout.separator === ',') return csvRow(cells).replace(/\r\n$/, layout.lineEnd);
  return `${cells.join(layout.separator)}${layout.lineEnd}`;
}

function cellsOf({ separator }: BankLayout, text: string): (readonly string[])[] {
  if (separator === ',') return readCsv(text).map(({ cells }) => cells);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line) => line.split(separator));
}

function orderCell(field: OrderField, order: PaymentOrder, index: number): string {
  switch (field) {
    case 'sequence':
      return String(index + 1);
    case 'currency':
      return 'CNY';
    case 'amountYuan':
      return yuanOf(order.amountFen);
    case 'amountFen':
      return String(order.amountFen);
    default:
      return order[field];
  }
}

function controlCell(layout: BankLayout, field: ControlField, { orders, ...content }: PaymentFileContent): string {
  if (field.startsWith('mark=')) return field.slice(5);
  switch (field) {
    case 'number':
      return content.number;
    case 'madeOn':
      return content.madeOn;
    case 'madeOnCompact':
      return content.madeOn.replaceAll('-', '');
    case 'programmeName':
      return carried(layout, content.programmeName);
    case 'count':
      return String(orders.length);
    case 'totalYuan':
      return yuanOf(totalOf(orders));
    case 'totalFen':
      return String(totalOf(orders));
    default:
      return String(tailSum(orders));
  }
}

function saysTotals(field: string, cell: string, orders: readonly PaymentOrder[], totals: ControlTotals): boolean {
  if (field === 'count') return Number(cell) === totals.count;
  if (field === 'totalFen') return Number(cell) === totals.totalFen;
  if (field === 'totalYuan') return fenOf(cell) === totals.totalFen;
  return field !== 'tailSum' || Number(cell) === tailSum(orders);
}

function orderFrom(layout: BankLayout, cells: readonly string[], index: number): PaymentOrder | null {
  if (cells.length !== layout.columns.length) return null;
  const of = new Map(layout.columns.map(({ field }, place) => [field, cells[place] ?? '']));
  if (of.has('sequence') && of.get('sequence') !== String(index + 1)) return null;
  const text = (field: OrderField) => of.get(field) ?? '';
  const fen = text('amountFen');
  const amountFen = of.has('amountYuan') ? fenOf(text('amountYuan')) : /^[1-9]\d{0,14}$/.test(fen) ? Number(fen) : null;
  const [lineNumber, holder, account] = [text('lineNumber'), text('holder'), text('account')];
  if (!lineNumber || !holder || !account || amountFen === null || amountFen <= 0) return null;
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
