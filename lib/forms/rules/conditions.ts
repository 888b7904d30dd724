import type { Answers, Condition } from '@/lib/programme/rules/config';

/**
 * Whether a condition holds. `outer` are the answers of the application when `answers` are those of one entry: a field
 * is looked for in the entry first. No condition at all means "always".
 */
export function applies(condition: Condition | undefined, answers: Answers, outer: Answers = {}): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => applies(part, answers, outer));
  if ('any' in condition) return condition.any.some((part) => applies(part, answers, outer));
  const answer = answers[condition.field] || outer[condition.field] || '';
  return 'is' in condition ? condition.is.includes(answer) : (answer !== '') === condition.answered;
}
