import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ADMINISTRATOR_SECTION,
  ENTERPRISE_SECTION,
  REGISTRATION_PAPERS,
  REGISTRATION_SECTIONS,
} from '@/lib/enterprise/rules/registration-form';
import { countByStep, missingOf, periodComplaint } from '@/lib/enterprise/rules/registration-missing';
import { wrongOfCheck } from '@/lib/enterprise/rules/registration-papers';
import { capitalWords, profileOf } from '@/lib/enterprise/rules/registration-profile';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { sectionSchema } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { registrationAnswers } from '../../builders/registration';

const TODAY = shanghaiDay('2026-11-23');
const papers = REGISTRATION_PAPERS.map(({ kind }) => ({ kind, wrong: null }));
const whole = { answers: registrationAnswers(), sealed: {}, papers };

describe('what 成为新用户 asks for', () => {
  it('is a form that the forms engine knows', () => {
    for (const section of REGISTRATION_SECTIONS) expect(sectionSchema.safeParse(section).error).toBeUndefined();
  });

  it('seals every number, mobile and e-mail of a person', () => {
    const personal = REGISTRATION_SECTIONS.flatMap(({ fields }) => fields).filter(({ type }) =>
      ['idNumber', 'mobile', 'email'].includes(type),
    );
    expect(personal.map(({ id, sealed }) => [id, sealed])).toEqual(personal.map(({ id }) => [id, true]));
    expect(personal).toHaveLength(4);
  });

  it('is complete when all of it is answered and all papers are there', () => {
    expect(missingOf(whole, TODAY)).toEqual([]);
  });

  it('names everything that is missing, in the order of the pages', () => {
    const missing = missingOf({ answers: {}, sealed: {}, papers: [] }, TODAY);
    const asked = [...ENTERPRISE_SECTION.fields, ...ADMINISTRATOR_SECTION.fields].map(({ id }) => id);
    expect(missing.map(({ id }) => id)).toEqual([...asked, ...REGISTRATION_PAPERS.map(({ kind }) => kind)]);
    expect(countByStep(missing)).toEqual({ enterprise: 13, administrator: 9, materials: 6 });
  });

  it('misses exactly the field that was left out, whichever it is', () => {
    const ids = Object.keys(registrationAnswers());
    fc.assert(
      fc.property(fc.constantFrom(...ids), (left) => {
        const { [left]: _gone, ...answers } = registrationAnswers();
        const missing = missingOf({ ...whole, answers }, TODAY).filter(({ kind }) => kind === 'missing');
        expect(missing.map(({ id }) => id)).toEqual([left]);
      }),
    );
  });

  it('says what is wrong with a number, a mobile and an address', () => {
    const wrong = {
      administratorIdNumber: '320599199001011234',
      administratorMobile: '2380000',
      officeAddress: '路',
      registeredCapital: '0',
    };
    const found = missingOf({ ...whole, answers: { ...registrationAnswers(), ...wrong } }, TODAY);
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['registeredCapital', 'wrong'],
      ['officeAddress', 'wrong'],
      ['administratorIdNumber', 'wrong'],
      ['administratorMobile', 'wrong'],
    ]);
    for (const { text } of found) expect(text.length).toBeGreaterThan(5);
  });
});

describe('the period of an authorisation', () => {
  const period = (authorisedFrom: string, authorisedTo: string) =>
    periodComplaint({ authorisedFrom, authorisedTo }, TODAY);

  it('ends after it begins, not in the past, within five years', () => {
    expect(period('2026-11-01', '2026-11-01')).toContain('晚于开始日期');
    expect(period('2025-01-01', '2026-11-22')).toContain('已经到期');
    expect(period('2025-01-01', '2026-11-23')).toBeNull();
    expect(period('2026-11-01', '2031-11-01')).toBeNull();
    expect(period('2026-11-01', '2031-11-02')).toContain('不超过 5 年');
    expect(period('', '2031-11-02')).toBeNull();
  });

  it('is never complained of twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }), (from, to) => {
        const answers = {
          ...registrationAnswers(),
          authorisedFrom: addDays(TODAY, from),
          authorisedTo: addDays(TODAY, to),
        };
        const found = missingOf({ ...whole, answers }, TODAY);
        expect(found.length).toBe(periodComplaint(answers, TODAY) ? 1 : 0);
      }),
    );
  });
});

describe('printed papers', () => {
  it('can be handed in when they match or a person must judge, and not when they are others', () => {
    expect(['match', 'unreadable', null].map(wrongOfCheck)).toEqual([null, null, null]);
    for (const state of ['other-paper', 'other-version', 'foreign']) {
      const missing = missingOf({ ...whole, papers: papers.map((p) => ({ ...p, wrong: wrongOfCheck(state) })) }, TODAY);
      expect(missing).toHaveLength(REGISTRATION_PAPERS.length);
    }
  });
});

describe('the profile of a new enterprise', () => {
  const kept = Object.fromEntries(
    REGISTRATION_SECTIONS.flatMap(({ fields }) => fields).map((field) => [
      field.id,
      keptAnswer(field, registrationAnswers()[field.id] ?? '', { today: TODAY, idType: 'RESIDENT_ID' }),
    ]),
  );
  const profile = profileOf({ name: '苏州示例精密仪器有限公司', uscc: '91320599MA0000123X' }, kept);

  it('answers every field that a programme prefills', () => {
    const wanted = fieldsOf(talentRecruitment.enterprise).flatMap(({ fromProfile }) => fromProfile ?? []);
    expect(wanted.filter((key) => !profile[key])).toEqual([]);
  });

  it('carries no number of anybody and writes the capital as a licence does', () => {
    expect(JSON.stringify(profile)).not.toContain(registrationAnswers().legalRepresentativeIdNumber);
    expect(profile.registeredCapital).toBe('1,000 万元人民币');
    expect(capitalWords('1,234.50', 'USD')).toBe('1,234.50 万元美元');
    expect(capitalWords('', 'USD')).toBe('');
  });
});
