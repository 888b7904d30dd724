import type { FieldConfig } from '@/lib/programme/rules/config';
import type { Fen, YuanFault } from '@/lib/kernel/fen';
import { formatYuan, parseYuan } from '@/lib/kernel/fen';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';

const YUAN_COMPLAINTS: Readonly<Record<YuanFault, (unit: string) => string>> = {
  empty: () => '金额应为数字，如 286000 或 286,000.00。',
  format: () => '金额应为数字，如 286000 或 286,000.00。',
  'too-many-decimals': () => '金额最多两位小数，请核对。',
  'too-large': (unit) => `金额过大，请核对单位是否为${unit}。`,
};

/**
 * The stored form of an amount is its unit (yuan unless the field says 万元) with thousands and two decimals,
 * `286,000.00`; `fenOfAnswer` reads it back.
 */
export function readMoney(text: string, field: FieldConfig): Result<string, string> {
  const unit = field.unit ?? '元';
  const plain = text.normalize('NFKC').trim();
  const fen = parseYuan(plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain);
  if (!fen.ok) return refuse(YUAN_COMPLAINTS[fen.refusal](unit));
  if (fen.value < toFen(field.minimum ?? 0))
    return refuse(`金额应不少于 ${formatYuan(toFen(field.minimum ?? 0))} ${unit}，请核对。`);
  const most = field.maximum === undefined ? Infinity : toFen(field.maximum);
  if (fen.value > most) return refuse(`金额应不超过 ${formatYuan(most)} ${unit}，请核对单位是否为${unit}。`);
  return ok(formatYuan(fen.value));
}

/** Whole numbers only. `1,200`, `１２００` and a trailing unit are forgiven. */
export function readNumber(text: string, field: FieldConfig): Result<string, string> {
  const unit = field.unit ?? '';
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const digits = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  if (!/^\d{1,12}$/.test(digits)) return refuse('请填写整数，如 120。');
  const number = Number(digits);
  if (field.minimum !== undefined && number < field.minimum)
    return refuse(`应不少于 ${field.minimum}${unit}，请核对。`);
  if (field.maximum !== undefined && number > field.maximum)
    return refuse(`应不超过 ${field.maximum}${unit}，请核对。`);
  return ok(String(number));
}

/** The amount of a stored answer; null where there is none or it is wrong. */
export function fenOfAnswer(answer: string | undefined): Fen | null {
  const fen = parseYuan(answer ?? '');
  return fen.ok ? fen.value : null;
}

function toFen(yuan: number): Fen {
  return Math.round(yuan * 100);
}
