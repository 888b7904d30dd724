import type { NumberPrefix } from '@/lib/kernel/numbers';

/** The letters (文书) that the office issues about a case; each follows from an edge of its life. */
export const LETTER_KINDS = ['receipt', 'correction', 'refusal', 'result'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_TITLES: Readonly<Record<LetterKind, string>> = {
  receipt: '收件凭证',
  correction: '补正通知书',
  refusal: '不予支持通知书',
  result: '审核结果通知书',
};

/** The series from which each kind is numbered. */
export const LETTER_PREFIXES: Readonly<Record<LetterKind, NumberPrefix & ('SL' | 'BZ' | 'BY' | 'JG')>> = {
  receipt: 'SL',
  correction: 'BZ',
  refusal: 'BY',
  result: 'JG',
};

export function isLetterKind(kind: string): kind is LetterKind {
  return LETTER_KINDS.some((known) => known === kind);
}
