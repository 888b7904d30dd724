import type { Answers, CategoryConfig, ProgrammeConfig } from './config';
import type { Fen } from '@/lib/kernel/fen';

/** The category of a code; undefined where the programme has none of that code. */
export function categoryOf(
  config: Pick<ProgrammeConfig, 'categories'>,
  code: string | undefined,
): CategoryConfig | undefined {
  return config.categories.find((category) => category.code === code);
}

/**
 * What an entry is entitled to before the yearly cap, in fen: the standard of its category, or so much a month for as
 * many months as the programme allows. 0 while the answers do not tell yet.
 */
export function standardFenOf(config: Pick<ProgrammeConfig, 'amount' | 'categories'>, answers: Answers): Fen {
  const { amount } = config;
  if (amount.kind === 'fixed-by-category') return categoryOf(config, answers.category)?.standardFen ?? 0;
  const months = answers[amount.months] ?? '';
  return /^\d+$/.test(months) ? Math.min(Number(months), amount.maxMonths) * amount.monthlyFen : 0;
}
