import type { Answers } from '@/lib/programme/rules/config';

/**
 * A sealed answer (ID number, mobile) as everybody but the vault sees it: its masked form, and whether the clear value
 * is right. The server that sealed the value worked out `ok`; a text is the complaint to show.
 */
export type SealedAnswer = { readonly masked: string; readonly ok: true | string };

/** By field id. An id that is absent was not answered. */
export type SealedAnswers = Readonly<Record<string, SealedAnswer>>;

const PRESENT = '●';

/** The answers with a mark in place of every sealed one, so that conditions can ask whether it is answered. */
export function withSealedMarks(answers: Answers, sealed: SealedAnswers): Answers {
  const marks = Object.fromEntries(Object.keys(sealed).map((fieldId) => [fieldId, answers[fieldId] || PRESENT]));
  return { ...answers, ...marks };
}
