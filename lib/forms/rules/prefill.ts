import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { keptAnswer, type AnswerContext } from './answers';

/** What is known of an enterprise before it types: the keys that `fromProfile` names, as text. */
export type Profile = Readonly<Record<string, string | undefined>>;

/** Answers taken over from the enterprise's own data, for a new draft. Fields whose key the profile lacks stay open. */
export function prefilledAnswers(fields: readonly FieldConfig[], profile: Profile, context: AnswerContext): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const known = field.fromProfile && profile[field.fromProfile];
      return known ? [[field.id, keptAnswer(field, known, context)]] : [];
    }),
  );
}

/** Whether a field is shown as text with its source instead of being asked for. */
export function isFromProfile(field: FieldConfig, profile: Profile): boolean {
  return Boolean(field.fromProfile && profile[field.fromProfile]);
}
