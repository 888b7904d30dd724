import type { Answers, CategoryConfig, ProgrammeConfig } from './config';
import { formatYuan, type Fen } from '@/lib/kernel/fen';

/** The category of a code; undefined where the programme has none of that code. */
export function categoryOf(
  config: Pick<ProgrammeConfig, 'categories'>,
  code: string | undefined,
): CategoryConfig | undefined {
  return config.categories.find((category) => category.code === code);
}

/**
 * What an entry is entitled to before the yearly cap, in fen: the standard of its category, or that for each month, for as
 * many months as the programme allows. 0 while the answers do not tell yet.
 */
export function standardFenOf(config: Pick<ProgrammeConfig, 'amount' | 'categories'>, answers: Answers): Fen {
  const { amount } = config;
  const standardFen = categoryOf(config, answers.category)?.standardFen ?? 0;
  if (amount.kind === 'fixed-by-category') return standardFen;
  const months = answers[amount.months] ?? '';
  return /^\d+$/.test(months) ? Math.min(Number(months), amount.maxMonths) * standardFen : 0;
}

/** The standard of a category as it is spoken of: `50,000 元`, `1,500 元/月`. */
export function standardWord({ amount }: Pick<ProgrammeConfig, 'amount'>, { standardFen }: CategoryConfig): string {
  return `${wholeYuan(standardFen)} 元${amount.kind === 'per-month' ? '/月' : ''}`;
}

/** How an entry's standard comes about where it is more than the category's: `1,500 元/月 × 4 个月`; otherwise null. */
export function standardDerivation(
  config: Pick<ProgrammeConfig, 'amount' | 'categories'>,
  answers: Answers,
): string | null {
  const { amount } = config;
  const category = categoryOf(config, answers.category);
  if (amount.kind === 'fixed-by-category' || !category || standardFenOf(config, answers) === 0) return null;
  const months = Number(answers[amount.months]);
  const counted = Math.min(months, amount.maxMonths);
  const most = months > amount.maxMonths ? `（填 ${months} 个月，最多计 ${amount.maxMonths} 个月）` : '';
  return `${standardWord(config, category)} × ${counted} 个月${most}`;
}

/** Whole yuan without decimals, as such amounts are spoken of. */
export function wholeYuan(fen: Fen): string {
  return formatYuan(fen).replace(/\.00$/, '');
}
