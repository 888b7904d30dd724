import { derivedAnswers } from '@/lib/forms/rules/derive';
import type { Fen } from '@/lib/kernel/fen';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentAnswers } from './draft';

/** A talent as only the server may hold it: what stands in columns, the open answers, the sealed ones in the clear. */
export type ClearTalent = {
  readonly name: string;
  readonly idType: string;
  readonly category: string;
  readonly answers: Answers;
  readonly clear: Answers;
};

export type TalentAfter = ClearTalent & {
  /** The standard that follows from the answers. */
  readonly amountFen: Fen;
  /** Sealed fields whose value, or the type that its blind index is over, is another one now. */
  readonly reseal: readonly string[];
};

/** An entry before anything was typed. */
export const EMPTY_TALENT: ClearTalent = { name: '', idType: 'RESIDENT_ID', category: '', answers: {}, clear: {} };

const COLUMNS: readonly string[] = ['name', 'idType', 'category'];

/**
 * One talent after these values, in their stored form, were taken over; an empty one takes an answer away. Gender and
 * birth date that the ID number carries stand beside it, and what an earlier number carried is not left standing beside
 * one that carries nothing. Whoever stores answers of a talent goes through here.
 */
export function talentAfter(
  before: ClearTalent,
  taken: Answers,
  config: Pick<ProgrammeConfig, 'entry' | 'amount' | 'categories'>,
  today: ShanghaiDay,
): TalentAfter {
  const fields = fieldsOf(config.entry);
  const sealed = fields.filter((field) => field.sealed);
  const {
    name = before.name,
    idType = before.idType,
    category = before.category,
  } = taken as Record<string, string | undefined>;
  const clear = present(Object.fromEntries(sealed.map(({ id }) => [id, taken[id] ?? before.clear[id] ?? ''])));
  const isOther = ({ id, type }: (typeof sealed)[number]) =>
    (clear[id] ?? '') !== (before.clear[id] ?? '') ||
    (type === 'idNumber' && idType !== before.idType && before.clear[id] !== undefined);
  const carried = derivedAnswers(fields, before.idType, before.clear.idNumber ?? '', today);
  const open = Object.entries(taken).filter(([id]) => !COLUMNS.includes(id) && !sealed.some((one) => one.id === id));
  const answers = present({
    ...before.answers,
    ...Object.fromEntries(Object.keys(carried).map((fieldId) => [fieldId, ''])),
    ...Object.fromEntries(open),
    ...derivedAnswers(fields, idType, clear.idNumber ?? '', today),
  });
  const row = { name, idType, category, answers };
  const amountFen = standardFenOf(config, talentAnswers(row));
  return { ...row, clear, amountFen, reseal: sealed.filter(isOther).map(({ id }) => id) };
}

/** An emptied answer is not kept as an empty text. */
function present(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}
