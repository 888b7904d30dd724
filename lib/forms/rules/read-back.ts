import type { Answers, CategoryConfig, SectionConfig } from '@/lib/programme/rules/config';
import { fieldsThatApply } from './applying';
import { displayAnswer } from './display-answer';

/** One answer as it is read back. `text` is empty when nothing was answered: the page says 未填写 in its own way. */
export type ReadBackRow = {
  readonly fieldId: string;
  readonly label: string;
  readonly text: string;
  readonly sealed?: true;
};

export type ReadBackSection = { readonly id: string; readonly title: string; readonly rows: readonly ReadBackRow[] };

export type ReadBackContext = {
  readonly config: { readonly categories: readonly CategoryConfig[] };
  /** Masked forms of the sealed answers, by field id. */
  readonly masked?: Readonly<Record<string, string>>;
  readonly outer?: Answers;
};

/** The answers of one section in form order, only of fields that apply. */
export function readBack(section: SectionConfig, answers: Answers, context: ReadBackContext): ReadBackRow[] {
  const masked = context.masked ?? {};
  return fieldsThatApply(section.fields, { ...answers, ...masked }, context).map((field) => {
    const hidden = masked[field.id];
    const head = { fieldId: field.id, label: field.label };
    if (hidden !== undefined) return { ...head, text: hidden, sealed: true };
    return { ...head, text: displayAnswer(field, answers[field.id], context.config.categories) };
  });
}

/** Whole form, sections without a row left out. */
export function readBackAll(
  sections: readonly SectionConfig[],
  answers: Answers,
  context: ReadBackContext,
): ReadBackSection[] {
  return sections
    .map(({ id, title, ...rest }) => ({ id, title, rows: readBack({ id, title, ...rest }, answers, context) }))
    .filter(({ rows }) => rows.length > 0);
}
