import { z } from 'zod';
import { KNOWN_FAILURE_CODES } from './failure-reasons';

/** Fen as a whole number, or yuan with two decimals, with thousands or without. */
const amountForm = z.enum(['fen', 'yuan', 'yuan-thousands']);
const dayForm = z.enum(['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD']);
export type AmountForm = z.infer<typeof amountForm>;
export type DayForm = z.infer<typeof dayForm>;

const title = z.string().min(1).max(20);
const text = z.strictObject({ field: z.literal('text'), text: z.string().max(40) });
const titled = <const T extends readonly [string, ...string[]]>(fields: T) =>
  z.strictObject({ field: z.enum(fields), title });

/** What stands in a column of an order. */
const orderColumn = z.discriminatedUnion('field', [
  titled(['sequence', 'lineNumber', 'holder', 'account', 'bankName', 'cnapsCode', 'remark']),
  z.strictObject({ field: z.literal('amount'), title, form: amountForm }),
  z.strictObject({ field: z.literal('madeOn'), title, form: dayForm }),
  text.extend({ title }),
]);
export type OrderColumn = z.infer<typeof orderColumn>;

/** What stands in a control row. `tailSum` adds up the last four digits of all accounts. */
const controlCell = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(['number', 'programmeName', 'count', 'tailSum']) }),
  z.strictObject({ field: z.literal('total'), form: amountForm }),
  z.strictObject({ field: z.literal('madeOn'), form: dayForm }),
  text,
]);
export type ControlCell = z.infer<typeof controlCell>;

/** `reason` is a code of ours or a word that `reasons` knows; days are read in any form that begins with the year. */
const resultColumn = z.discriminatedUnion('field', [
  titled(['lineNumber', 'outcome', 'reason', 'bankReference', 'day', 'other']),
  z.strictObject({ field: z.literal('amount'), title, form: amountForm }),
  z.strictObject({ field: z.literal('account'), title, form: z.enum(['tail', 'masked', 'whole']) }),
]);
export type ResultColumn = z.infer<typeof resultColumn>;

/** `number` is the number of our payment file; `other` is not looked at. */
const resultControlCell = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(['number', 'count', 'other']) }),
  z.strictObject({ field: z.literal('total'), form: amountForm }),
  text,
]);
export type ResultControlCell = z.infer<typeof resultControlCell>;

/** Quotes after RFC 4180 where needed or always; without them the separator itself is replaced in values. */
const cells = {
  separator: z.enum([',', ';', '|', '\t']),
  quotes: z.enum(['needed', 'all', 'none']),
};
const words = z.array(z.string().trim().min(1).max(20)).max(20);

/** What banks write of an order that they are still about; it can be no other outcome. */
export const USUAL_WAITING = ['处理中', '待处理', '银行处理中', 'PENDING', 'PROCESSING'] as const;

const orderPart = z.strictObject({
  ...cells,
  encoding: z.enum(['utf-8', 'gb18030']),
  byteOrderMark: z.boolean(),
  lineEnd: z.enum(['\r\n', '\n']),
  extension: z.enum(['csv', 'txt']),
  header: z.array(controlCell).min(1).max(20).nullable(),
  titles: z.boolean(),
  columns: z.array(orderColumn).max(40),
  trailer: z.array(controlCell).min(1).max(20).nullable(),
  /** The most characters of the remark that the bank carries; the programme's name gives way, the number stays. */
  remarkMax: z.number().int().min(20).max(200),
});

const resultPart = z.strictObject({
  ...cells,
  encoding: z.enum(['utf-8', 'gb18030', 'either']),
  header: z.array(resultControlCell).min(1).max(20).nullable(),
  /** `named`: columns are found by their titles, in any order; else by their place, a row of titles `forgiven`. */
  titles: z.enum(['none', 'forgiven', 'named']),
  columns: z.array(resultColumn).max(40),
  trailer: z.array(resultControlCell).min(1).max(20).nullable(),
  /** `WAITING` is 处理中: the bank has the order and has not answered it yet; unsaid it is `USUAL_WAITING`. */
  words: z.strictObject({ PAID: words.min(1), FAILED: words.min(1), RETURNED: words, WAITING: words.optional() }),
  /** The bank's own words or codes for a reason, as a code that has words of ours. */
  reasons: z.record(z.string().min(1).max(40), z.enum(KNOWN_FAILURE_CODES)),
});

/** The layout of a bank, as configuration: how it takes a payment file and how it writes the result. */
export const bankLayoutSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/, '用大写字母、数字和短横线，以字母开头，2 至 16 位'),
    name: z.string().min(2).max(40),
    order: orderPart,
    result: resultPart,
  })
  .superRefine(({ order, result }, ctx) => {
    const say = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    orderFaults(order, say);
    resultFaults(result, say);
  });

export type BankLayout = z.infer<typeof bankLayoutSchema>;
export type OrderPart = BankLayout['order'];
export type ResultPart = BankLayout['result'];
type Say = (path: (string | number)[], message: string) => void;

function orderFaults(order: OrderPart, say: Say): void {
  once(['order', 'columns'], order.columns, ORDER_NEEDS, say);
  if (order.columns.filter(({ field }) => field === 'sequence').length > 1)
    say(['order', 'columns'], '序号 sequence 只能有一列');
  if (order.encoding === 'gb18030' && order.byteOrderMark)
    say(['order', 'byteOrderMark'], 'GB 18030 没有字节序标记，应为 false');
  const control = [...(order.header ?? []), ...(order.trailer ?? [])].map(({ field }) => field);
  if (!control.includes('count') || !control.includes('total'))
    say(['order', order.trailer ? 'trailer' : 'header'], '首行或末行须写明笔数 count 和合计 total');
  if (
    order.separator === ',' &&
    order.quotes === 'none' &&
    [...order.columns, ...(order.header ?? []), ...(order.trailer ?? [])].some(hasThousands)
  )
    say(['order', 'quotes'], '以逗号分隔又不用引号时，金额不能带千分位');
  fixedTexts(['order', 'columns'], order, order.columns, say);
  fixedTexts(['order', 'header'], order, order.header ?? [], say);
  fixedTexts(['order', 'trailer'], order, order.trailer ?? [], say);
}

function resultFaults(result: ResultPart, say: Say): void {
  const { columns, separator, quotes } = result;
  once(['result', 'columns'], columns, RESULT_NEEDS, say);
  const named = columns.filter(({ field }) => field !== 'other').map((column) => plainCell(column.title));
  if (result.titles === 'named' && new Set(named).size !== named.length)
    say(['result', 'columns'], '按列名取数时，列名不能重复');
  if (separator === ',' && quotes === 'none' && columns.some(hasThousands))
    say(['result', 'quotes'], '以逗号分隔又不用引号时，金额不能带千分位');
  const all = Object.values(result.words).flat().map(plainCell);
  for (const word of new Set(all.filter((one, index) => all.indexOf(one) < index)))
    say(['result', 'words'], `“${word}”重复，同一个词只能有一种结果`);
}

const hasThousands = (cell: object) => 'form' in cell && cell.form === 'yuan-thousands';

const ORDER_NEEDS = {
  lineNumber: '明细编号',
  holder: '户名',
  account: '账号',
  cnapsCode: '联行号',
  bankName: '开户行',
  amount: '金额',
  remark: '附言',
};
const RESULT_NEEDS = {
  lineNumber: '明细编号',
  account: '账号',
  amount: '金额',
  outcome: '结果',
  reason: '原因',
  bankReference: '银行流水号',
  day: '日期',
};

function once(path: string[], columns: readonly { field: string }[], needs: Record<string, string>, say: Say): void {
  for (const [field, word] of Object.entries(needs)) {
    const { length } = columns.filter((column) => column.field === field);
    if (length === 0) say(path, `缺少${word}列 ${field}`);
    if (length > 1) say(path, `${word}列 ${field} 出现 ${length} 次，只能有一列`);
  }
}

/** A fixed text that the file could not carry would never read back. */
function fixedTexts(path: string[], part: OrderPart, all: readonly { field: string; text?: string }[], say: Say): void {
  for (const [index, { text: fixed }] of all.entries()) {
    if (fixed === undefined) continue;
    const isBroken = part.quotes === 'none' && (fixed.includes(part.separator) || fixed.trim() !== fixed);
    if (isBroken || /[\r\n]/.test(fixed)) say([...path, index, 'text'], '固定文字不能含分隔符、换行或首尾空格');
  }
}

/** A cell as it is compared: full width, blanks, invisible signs and case do not count. */
export function plainCell(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]/gu, '')
    .toUpperCase();
}
