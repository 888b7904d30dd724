import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { applies } from './conditions';
import type { SealedAnswers } from './sealed-answers';
import { withSealedMarks } from './sealed-answers';

export type ApplyingContext = {
  /** The answers of the application when the fields are those of one entry. */
  readonly outer?: Answers;
  readonly sealed?: SealedAnswers;
};

/**
 * The fields that are to be answered, given the answers so far; the others are neither shown nor asked about. What was
 * answered to a field that no longer applies is kept but does not count: conditions after it do not see it.
 */
export function fieldsThatApply(
  fields: readonly FieldConfig[],
  answers: Answers,
  { outer, sealed = {} }: ApplyingContext = {},
): FieldConfig[] {
  const live: Record<string, string> = { ...withSealedMarks(answers, sealed) };
  return fields.filter((field) => {
    const isAsked = applies(field.appliesWhen, live, outer);
    if (!isAsked) delete live[field.id];
    return isAsked;
  });
}

/** The answers that count: those of fields that apply. Papers and submitted versions are made from these. */
export function answersThatApply(
  fields: readonly FieldConfig[],
  answers: Answers,
  context: ApplyingContext = {},
): Answers {
  const asked = fieldsThatApply(fields, answers, context);
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = answers[id];
      return answer ? [[id, answer]] : [];
    }),
  );
}
