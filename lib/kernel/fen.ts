import type { Result } from './result';
import { ok, refuse } from './result';

/** An amount of money: whole 分, a safe integer. Never yuan, never a fraction. */
export type Fen = number;

export type YuanFault = 'empty' | 'format' | 'too-many-decimals' | 'too-large';

// Twelve integer digits is what 人民币大写 can write without 万亿; anything above is a typing error here.
const MAX_INTEGER_DIGITS = 12;
const YUAN = /^(?<integer>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?<decimals>\d+))?$/;

/**
 * Reads what a person types as yuan, e.g. `1234.5`, `1,234.50`, `￥１，２３４．５０`, `1234元`.
 * Commas must stand at thousands; a minus sign is refused as `format`, since no amount that is typed here can be negative.
 */
export function parseYuan(text: string): Result<Fen, YuanFault> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^¥\s*/, '')
    .replace(/\s*元$/, '');
  if (plain === '') return refuse('empty');

  const groups = YUAN.exec(plain)?.groups;
  if (!groups?.integer) return refuse('format');
  const integer = groups.integer.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const decimals = groups.decimals ?? '';
  if (decimals.length > 2) return refuse('too-many-decimals');
  if (integer.length > MAX_INTEGER_DIGITS) return refuse('too-large');
  return ok(Number(integer + decimals.padEnd(2, '0')));
}

/** Writes fen as yuan with thousands and two decimals: `123,456.78`, `-0.01`. Throws RangeError for what is no Fen. */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(safeFen(fen))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** As `formatYuan` with the sign of the currency: `¥123,456.78`, `-¥0.01`. */
export function formatMoney(fen: Fen): string {
  const yuan = formatYuan(fen);
  return yuan.startsWith('-') ? `-¥${yuan.slice(1)}` : `¥${yuan}`;
}

/** As `formatYuan` for a sum that goes down, as it stands on a page: with the sign for minus, not a hyphen: `−0.01`. */
export function formatBalance(fen: Fen): string {
  return formatYuan(fen).replace('-', '−');
}

/** Adds amounts up; an empty list is 0. Throws RangeError when a part or the sum is no safe integer. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, fen) => safeFen(sum + safeFen(fen)), 0);
}

function safeFen(fen: number): Fen {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  return fen;
}
