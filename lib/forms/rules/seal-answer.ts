import type { FieldConfig } from '@/lib/programme/rules/config';
import { maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/mask';
import { keptAnswer, normaliseAnswer, type AnswerContext } from './answers';
import type { SealedAnswer } from './sealed-answers';

/**
 * What the server does with a sealed field: `value` goes into the vault (right or wrong, so that nothing typed is
 * lost), `shown` to pages. Null when the field was emptied: then the sealed value goes. An ID number has to be judged
 * again, from its clear text, whenever the ID type beside it changes.
 */
export function sealAnswer(
  field: FieldConfig,
  text: string,
  context: AnswerContext,
): { readonly value: string; readonly shown: SealedAnswer } | null {
  const value = keptAnswer(field, text, context);
  if (value === '') return null;
  const read = normaliseAnswer(field, value, context);
  return { value, shown: { masked: maskAnswer(field, value), ok: read.ok ? true : read.refusal } };
}

/** The masked form of a sealed answer, by the type of its field. */
export function maskAnswer(field: FieldConfig, value: string): string {
  switch (field.type) {
    case 'idNumber':
      return maskIdNumber(value);
    case 'mobile':
    case 'telephone':
      return maskMobile(value);
    case 'email':
      return maskEmail(value);
    default:
      return '****';
  }
}
