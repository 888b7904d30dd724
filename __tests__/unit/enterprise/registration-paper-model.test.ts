import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paperContentSchema } from '@/lib/enterprise/rules/paper-models';
import { REGISTRATION_PAPERS, REGISTRATION_SECTIONS } from '@/lib/enterprise/rules/registration-form';
import { isPrintedKind, REGISTRATION_PAPER_MODELS } from '@/lib/enterprise/rules/registration-paper-model';
import { missingOf } from '@/lib/enterprise/rules/registration-missing';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { maskIdNumber } from '@/lib/kernel/mask';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import { inventedUscc } from '../../builders/invented-uscc';
import { registrationAnswers } from '../../builders/registration';

const TODAY = shanghaiDay('2026-11-23');
const KINDS = REGISTRATION_PAPERS.filter(({ isPrinted }) => isPrinted).map(({ kind }) => kind);

/** As the server keeps them. */
function kept(answers: Answers): Answers {
  return Object.fromEntries(
    REGISTRATION_SECTIONS.flatMap(({ fields }) => fields).map((field) => [
      field.id,
      keptAnswer(field, answers[field.id] ?? '', { today: TODAY, idType: 'RESIDENT_ID' }),
    ]),
  );
}

function modelOf(kind: string, answers: Answers) {
  if (!isPrintedKind(kind)) throw new Error(`${kind} is not printed`);
  return REGISTRATION_PAPER_MODELS[kind]({
    enterpriseName: '苏州示例精密仪器（中国）有限公司',
    uscc: inventedUscc(1),
    answers,
    mobile: answers.administratorMobile ?? '',
    email: answers.administratorEmail ?? '',
    maskedIds: {
      administrator: maskIdNumber(answers.administratorIdNumber ?? ''),
      legalRepresentative: maskIdNumber(answers.legalRepresentativeIdNumber ?? ''),
    },
  });
}

describe('the printed papers of a registration', () => {
  it.each(KINDS)('%s takes everything that a complete form can hold', (kind) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 6, max: 120 }),
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: 1, max: 30 }),
        (seed, address, name, department) => {
          const answers = kept({
            ...registrationAnswers(seed),
            registeredAddress: '苏'.repeat(address),
            administratorName: '㛃'.repeat(name),
            administratorDepartment: '部'.repeat(department),
          });
          const typed = { answers, sealed: {}, papers: KINDS.map((one) => ({ kind: one, wrong: null })) };
          expect(missingOf(typed, TODAY).filter(({ step }) => step !== 'materials')).toEqual([]);
          const read = paperContentSchema.safeParse({ ...modelOf(kind, answers), kind });
          expect(read.error?.issues).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(KINDS)('%s never bears a whole ID number', (kind) => {
    const answers = kept(registrationAnswers(3));
    const text = JSON.stringify(modelOf(kind, answers));
    expect(text).not.toContain(answers.administratorIdNumber);
    expect(text).not.toContain(answers.legalRepresentativeIdNumber);
  });
});
