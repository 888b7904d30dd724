import { z } from 'zod';
import { carriedByGb18030, encodeGb18030 } from './gb18030';

/** What stands in a column of an order. */
const orderField = z.enum([
  'sequence',
  'lineNumber',
  'holder',
  'account',
  'bankName',
  'cnapsCode',
  'amountYuan',
  'amountFen',
  'remark',
  'currency',
]);
export type OrderField = z.infer<typeof orderField>;

/** What stands in a control row. `tailSum` adds up the last four digits of all accounts; `mark=…` is written as it is. */
const controlField = z.union([
  z.enum(['number', 'madeOn', 'madeOnCompact', 'programmeName', 'count', 'totalYuan', 'totalFen', 'tailSum']),
  z.string().startsWith('mark='),
]);
export type ControlField = z.infer<typeof controlField>;

const ALWAYS: readonly OrderField[] = ['lineNumber', 'holder', 'account', 'cnapsCode', 'bankName', 'remark'];
const has = (columns: readonly { field: OrderField }[], field: OrderField) =>
  columns.filter((column) => column.field === field).length === 1;

/** The layout of a bank's payment file, as configuration: docs/payment-files.md says what each member does. */
export const bankLayoutSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/),
    name: z.string().min(2).max(40),
    encoding: z.enum(['utf-8', 'gb18030']),
    byteOrderMark: z.boolean(),
    /** Comma means RFC 4180 with quotes; the other two have no quotes, and the sign itself is replaced in values. */
    separator: z.enum([',', '|', '\t']),
    lineEnd: z.enum(['\r\n', '\n']),
    extension: z.enum(['csv', 'txt']),
    header: z.array(controlField).nullable(),
    titles: z.boolean(),
    columns: z.array(z.strictObject({ field: orderField, title: z.string().min(1).max(20) })).min(7),
    trailer: z.array(controlField).nullable(),
    /** The most characters of the remark that the bank carries; the programme's name gives way, the number stays. */
    remarkMax: z.number().int().min(20).max(200),
  })
  .refine(({ columns }) => ALWAYS.every((field) => has(columns, field)), 'a column is missing or stands twice')
  .refine(({ columns }) => has(columns, 'amountYuan') !== has(columns, 'amountFen'), 'the amount stands once')
  .refine(({ encoding, byteOrderMark }) => encoding === 'utf-8' || !byteOrderMark, 'GB 18030 has no mark')
  .refine(({ header, trailer }) => {
    const control: readonly string[] = [...(header ?? []), ...(trailer ?? [])];
    return control.includes('count') && (control.includes('totalYuan') || control.includes('totalFen'));
  }, 'number of lines and total stand in a control row');

export type BankLayout = z.infer<typeof bankLayoutSchema>;

export function encodeFor({ encoding }: BankLayout, text: string): Uint8Array {
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeGb18030(text);
}

export function decodeFor({ encoding }: BankLayout, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** A value as the layout carries it: no line breaks, no separator where there are no quotes, nothing without a code. */
export function carried(layout: BankLayout, value: string): string {
  const flat = value.toWellFormed().replace(/[\r\n\u2028\u2029\0]+/g, ' ');
  const plain = layout.separator === ',' ? flat : flat.replaceAll('|', '｜').replaceAll('\t', ' ').trim();
  return layout.encoding === 'gb18030' ? carriedByGb18030(plain) : plain;
}

/** The remark within the bank's length: the end, where the 收据编号 stands, is never cut. */
export function remarkFor({ remarkMax }: BankLayout, remark: string): string {
  const characters = [...remark];
  if (characters.length <= remarkMax) return remark;
  const number = remark.slice(remark.lastIndexOf(' ') + 1);
  return `${characters.slice(0, remarkMax - [...number].length - 1).join('')} ${number}`;
}
