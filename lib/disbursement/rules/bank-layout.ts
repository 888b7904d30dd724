import type { Fen } from '@/lib/kernel/fen';
import { formatYuan } from '@/lib/kernel/fen';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { AmountForm, DayForm, OrderPart } from './bank-layout.schema';
import { quotedRow, readPlain, readQuoted, type CsvRow } from './csv';
import { carriedByGb18030, encodeGb18030 } from './gb18030';
import { fenOf, yuanOf } from './yuan';

type Cells = Pick<OrderPart, 'separator' | 'quotes'>;
type Bytes = Pick<OrderPart, 'encoding'>;

export function encodeFor({ encoding }: Bytes, text: string): Uint8Array {
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeGb18030(text);
}

export function decodeFor({ encoding }: Bytes, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** A value as the file carries it: no line breaks, no separator where there are no quotes, nothing without a code. */
export function carried({ separator, quotes, encoding }: Cells & Bytes, value: string): string {
  const flat = value.toWellFormed().replace(/[\r\n\u2028\u2029\0]+/g, ' ');
  const plain =
    quotes !== 'none'
      ? flat
      : flat.replaceAll('|', '｜').replaceAll('\t', ' ').replaceAll(separator, FULL_WIDTH[separator]).trim();
  return encoding === 'gb18030' ? carriedByGb18030(plain) : plain;
}

const FULL_WIDTH = { ',': '，', ';': '；', '|': '｜', '\t': ' ' } as const;

/** The remark within the bank's length: the end, where the 收据编号 stands, is never cut. */
export function remarkFor({ remarkMax }: Pick<OrderPart, 'remarkMax'>, remark: string): string {
  const characters = [...remark];
  if (characters.length <= remarkMax) return remark;
  const number = remark.slice(remark.lastIndexOf(' ') + 1);
  return `${characters.slice(0, remarkMax - [...number].length - 1).join('')} ${number}`;
}

/** One row with its line end. */
export function rowOf({ separator, quotes }: Cells, lineEnd: string, cells: readonly string[]): string {
  if (quotes === 'none') return `${cells.join(separator)}${lineEnd}`;
  return `${quotedRow(cells, separator, quotes === 'all')}${lineEnd}`;
}

export function rowsOf({ separator, quotes }: Cells, text: string): CsvRow[] {
  return quotes === 'none' ? readPlain(text, separator) : readQuoted(text, separator);
}

export function amountText(form: AmountForm, fen: Fen): string {
  return form === 'fen' ? String(fen) : form === 'yuan' ? yuanOf(fen) : formatYuan(fen);
}

/** What a cell says of an amount; null for what is none. */
export function amountFrom(form: AmountForm, text: string): Fen | null {
  if (form !== 'fen') return fenOf(text);
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null;
}

export function dayText(form: DayForm, day: ShanghaiDay): string {
  if (form === 'YYYYMMDD') return day.replaceAll('-', '');
  return form === 'YYYY/MM/DD' ? day.replaceAll('-', '/') : day;
}
