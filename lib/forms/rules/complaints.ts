import type { Answers, CategoryConfig, FieldConfig } from '@/lib/programme/rules/config';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { normaliseAnswer } from './answers';
import { alwaysCarriesPerson } from './derive';
import { fieldsThatApply } from './applying';
import { isChosen } from './choices';
import type { SealedAnswers } from './sealed-answers';

export type Complaint = {
  readonly fieldId: string;
  readonly label: string;
  readonly kind: 'missing' | 'wrong';
  readonly text: string;
};

export type ComplaintContext = {
  readonly today: ShanghaiDay;
  /** The answers of the application when the fields are those of one entry. */
  readonly outer?: Answers;
  readonly categories?: readonly CategoryConfig[];
  /**
   * Sealed answers, whose clear values are not at hand: they count as answered, and as wrong where `ok` is a text.
   * A clear value in `answers` (just typed, not yet saved) goes before the sealed one.
   */
  readonly sealed?: SealedAnswers;
};

/**
 * What is missing or wrong, in form order, of the fields that apply. Runs the same in browser and server. What a
 * resident ID number will tell (gender, birth date) is not asked for while that number itself is complained of.
 */
export function complaintsOf(fields: readonly FieldConfig[], answers: Answers, context: ComplaintContext): Complaint[] {
  const asked = fieldsThatApply(fields, answers, context);
  const complaints = asked.flatMap((field) => {
    const complaint = complaintOf(field, fields, answers, context);
    return complaint ? [{ field, fieldId: field.id, label: field.label, ...complaint }] : [];
  });
  const waitsForNumber =
    alwaysCarriesPerson(idTypeAmong(fields, answers)) && complaints.some(({ field }) => field.type === 'idNumber');
  return complaints.flatMap(({ field, ...complaint }) =>
    waitsForNumber && field.derived && complaint.kind === 'missing' ? [] : [complaint],
  );
}

function complaintOf(
  field: FieldConfig,
  fields: readonly FieldConfig[],
  answers: Answers,
  { today, categories, sealed = {} }: ComplaintContext,
): Pick<Complaint, 'kind' | 'text'> | null {
  const text = answers[field.id] ?? '';
  const hidden = sealed[field.id];
  if (text.trim() === '' && hidden) return hidden.ok === true ? null : { kind: 'wrong', text: hidden.ok };
  if (text.trim() === '') return field.optional ? null : { kind: 'missing', text: missingText(field) };
  const read = normaliseAnswer(field, text, { today, categories, idType: idTypeAmong(fields, answers) });
  return read.ok ? null : { kind: 'wrong', text: read.refusal };
}

function missingText(field: FieldConfig): string {
  return `请${isChosen(field) ? '选择' : '填写'}${field.label}。`;
}

/** The answer of the form's ID type field, which a number beside it is read by. */
export function idTypeAmong(fields: readonly FieldConfig[], answers: Answers): string | undefined {
  const field = fields.find(({ type }) => type === 'idType');
  return field && answers[field.id];
}
