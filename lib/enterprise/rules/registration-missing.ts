import type { Answers } from '@/lib/programme/rules/config';
import { complaintsOf } from '@/lib/forms/rules/complaints';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { ADMINISTRATOR_SECTION, ENTERPRISE_SECTION, REGISTRATION_PAPERS } from './registration-form';

export type RegistrationStep = 'enterprise' | 'administrator' | 'materials';

/** One thing that keeps a registration from being handed in; `id` is what a link lands on. */
export type Missing = {
  readonly step: RegistrationStep;
  readonly id: string;
  readonly label: string;
  readonly kind: 'missing' | 'wrong';
  readonly text: string;
};

export type PaperStanding = {
  readonly kind: string;
  /** Why this one cannot be handed in: another form, an old version. Null: good, or for a person to judge. */
  readonly wrong: string | null;
};

export type RegistrationAsTyped = {
  readonly answers: Answers;
  readonly sealed: SealedAnswers;
  readonly papers: readonly PaperStanding[];
};

export const AUTHORISED_YEARS_MAX = 5;

/** Everything that is missing or wrong, in the order of the pages. The same in browser and server. */
export function missingOf(typed: RegistrationAsTyped, today: ShanghaiDay): Missing[] {
  return [
    ...fieldsMissing('enterprise', typed, today),
    ...fieldsMissing('administrator', typed, today),
    ...papersMissing(typed),
  ];
}

function fieldsMissing(
  step: 'enterprise' | 'administrator',
  { answers, sealed }: RegistrationAsTyped,
  today: ShanghaiDay,
): Missing[] {
  const { fields } = step === 'enterprise' ? ENTERPRISE_SECTION : ADMINISTRATOR_SECTION;
  const found = complaintsOf(fields, answers, { today, sealed }).map(({ fieldId, label, kind, text }) => ({
    step,
    id: fieldId,
    label,
    kind,
    text,
  }));
  const period =
    step === 'administrator' && !found.some(({ id }) => id.startsWith('authorised'))
      ? periodComplaint(answers, today)
      : null;
  const wrong = { step, id: 'authorisedTo', label: '授权结束日期', kind: 'wrong' as const };
  return period ? [...found, { ...wrong, text: period }] : found;
}

/** What is wrong with the period of the authorisation: two good days that do not fit together. */
export function periodComplaint(answers: Answers, today: ShanghaiDay): string | null {
  const from = parseShanghaiDay(answers.authorisedFrom ?? '');
  const to = parseShanghaiDay(answers.authorisedTo ?? '');
  if (!from.ok || !to.ok) return null;
  if (to.value <= from.value) return '结束日期应晚于开始日期，请核对。';
  if (to.value < today) return '授权已经到期，请填写今天之后的日期。';
  const last = `${Number(from.value.slice(0, 4)) + AUTHORISED_YEARS_MAX}${from.value.slice(4)}`;
  return to.value > last ? `授权期不超过 ${AUTHORISED_YEARS_MAX} 年，请改早结束日期。` : null;
}

function papersMissing({ papers }: RegistrationAsTyped): Missing[] {
  return REGISTRATION_PAPERS.flatMap(({ kind, label, isPrinted }): Missing[] => {
    const paper = papers.find((one) => one.kind === kind);
    const place = { step: 'materials' as const, id: kind, label };
    if (!paper)
      return [{ ...place, kind: 'missing', text: isPrinted ? `请打印、盖章并上传${label}。` : `请上传${label}。` }];
    return paper.wrong ? [{ ...place, kind: 'wrong', text: paper.wrong }] : [];
  });
}

export function countByStep(missing: readonly Missing[]): Readonly<Record<RegistrationStep, number>> {
  const count = (step: RegistrationStep) => missing.filter((one) => one.step === step).length;
  return { enterprise: count('enterprise'), administrator: count('administrator'), materials: count('materials') };
}
