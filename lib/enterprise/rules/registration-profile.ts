import type { Answers } from '@/lib/programme/rules/config';
import { CURRENCIES, ENTERPRISE_SECTION } from './registration-form';

/** 1,000.00 and CNY as a licence writes it: 1,000 万元人民币. */
export function capitalWords(amount: string | undefined, currency: string | undefined): string {
  if (!amount) return '';
  const word = CURRENCIES.find(([code]) => code === currency)?.[1] ?? '';
  return `${amount.replace(/\.00$/, '')} 万元${word}`;
}

/**
 * The profile that a new enterprise begins with: what it typed, under the keys that programmes prefill from. Numbers of
 * ID documents are no part of it.
 */
export function profileOf(
  identity: { readonly name: string; readonly uscc: string },
  answers: Answers,
): Record<string, string> {
  const open = ENTERPRISE_SECTION.fields
    .filter(({ sealed }) => !sealed)
    .map(({ id }) => [id, answers[id] ?? ''] as const);
  const kept = open.filter(([id, value]) => value !== '' && id !== 'currency' && id !== 'legalRepresentativeIdType');
  const registeredCapital = capitalWords(answers.registeredCapital, answers.currency);
  return { ...Object.fromEntries(kept), registeredCapital, ...identity };
}
