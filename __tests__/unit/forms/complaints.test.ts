import { describe, expect, it } from '@jest/globals';

import { complaintsOf } from '@/lib/forms/rules/complaints';
import { carriesPerson, derivedAnswers } from '@/lib/forms/rules/derive';
import { isFromProfile, prefilledAnswers } from '@/lib/forms/rules/prefill';
import { readBack, readBackAll } from '@/lib/forms/rules/read-back';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { maskIdNumber } from '@/lib/kernel/mask';
import { completeEnterpriseAnswers, completeTalent, inventedProfile, inventedResidentId } from '../../builders/answers';
import { aField, CONTEXT, TODAY } from './a-field';

const enterprise = fieldsOf(talentRecruitment.enterprise);
const entry = fieldsOf(talentRecruitment.entry);

describe('complaintsOf', () => {
  it('has nothing to say about a complete form', () => {
    expect(complaintsOf(enterprise, completeEnterpriseAnswers(), CONTEXT)).toEqual([]);
  });

  it('names every required field of an empty form in form order, with 选择 where one chooses', () => {
    const complaints = complaintsOf(enterprise, {}, CONTEXT);
    const required = enterprise.filter(({ optional, appliesWhen }) => !optional && !appliesWhen);
    expect(complaints.map(({ fieldId }) => fieldId)).toEqual(required.map(({ id }) => id));
    expect(complaints.every(({ kind }) => kind === 'missing')).toBe(true);
    expect(complaints.find(({ fieldId }) => fieldId === 'isHighTech')?.text).toBe('请选择是否高新技术企业。');
    expect(complaints.find(({ fieldId }) => fieldId === 'mainBusiness')?.text).toBe('请填写主营业务。');
  });

  it('says what is wrong with an answer that was kept as typed', () => {
    const answers = { ...completeEnterpriseAnswers(), postcode: '21500', establishedOn: '去年' };
    expect(complaintsOf(enterprise, answers, CONTEXT).map(({ fieldId, kind }) => [fieldId, kind])).toEqual([
      ['establishedOn', 'wrong'],
      ['postcode', 'wrong'],
    ]);
  });

  it('takes the word of the server for a sealed answer, and the clear one where it was just typed', () => {
    const fields = [aField('idType', { id: 'idType' }), aField('idNumber', { id: 'idNumber', sealed: true })];
    const answers = { idType: 'RESIDENT_ID' };
    const said = (sealed: Parameters<typeof complaintsOf>[2]['sealed'], more = {}) =>
      complaintsOf(fields, { ...answers, ...more }, { today: TODAY, sealed }).map(({ text }) => text);
    expect(said({})).toEqual(['请填写某项。']);
    expect(said({ idNumber: { masked: '320***********2825', ok: true } })).toEqual([]);
    expect(said({ idNumber: { masked: '3***', ok: '号码不对。' } })).toEqual(['号码不对。']);
    expect(said({ idNumber: { masked: '3***', ok: '号码不对。' } }, { idNumber: inventedResidentId(3) })).toEqual([]);
    expect(said({ idNumber: { masked: '3***', ok: true } }, { idNumber: '123' })).toHaveLength(1);
  });
});

describe('complaintsOf an ID document', () => {
  const ids = (answers: Record<string, string>, sealed = {}) =>
    complaintsOf(entry, answers, { ...CONTEXT, sealed }).map(({ fieldId }) => fieldId);

  it('does not ask for what the number will tell, while the number is missing', () => {
    expect(ids({ idType: 'RESIDENT_ID' })).toContain('idNumber');
    expect(ids({ idType: 'RESIDENT_ID' })).not.toContain('gender');
  });

  it('asks for it with a passport, or where the number is right and it is missing all the same', () => {
    expect(ids({ idType: 'PASSPORT' })).toEqual(expect.arrayContaining(['idNumber', 'gender', 'birthDate']));
    const sealed = { idNumber: { masked: '320***********2825', ok: true } };
    expect(ids({ idType: 'RESIDENT_ID' }, sealed)).toEqual(expect.arrayContaining(['gender', 'birthDate']));
  });
});

describe('derivedAnswers', () => {
  it('reads gender and birth date out of a resident ID', () => {
    const number = '320599199608152825';
    expect(derivedAnswers(entry, 'RESIDENT_ID', number, TODAY)).toEqual({ gender: 'FEMALE', birthDate: '1996-08-15' });
  });

  it('derives nothing from a passport or a wrong number', () => {
    expect(derivedAnswers(entry, 'PASSPORT', 'X1234567', TODAY)).toEqual({});
    expect(derivedAnswers(entry, 'RESIDENT_ID', '320599199608152824', TODAY)).toEqual({});
    expect(derivedAnswers(entry, '', '320599199608152825', TODAY)).toEqual({});
  });

  it('knows from the mask alone whether a number carries them', () => {
    expect(carriesPerson('RESIDENT_ID', maskIdNumber('320599199608152825'))).toBe(true);
    expect(carriesPerson('FOREIGN_PR', maskIdNumber('USA320500112233'))).toBe(false);
    expect(carriesPerson('PASSPORT', 'X******7')).toBe(false);
    expect(carriesPerson('RESIDENT_ID', undefined)).toBe(false);
  });
});

describe('prefilledAnswers', () => {
  it('takes what is registered and leaves the rest open', () => {
    const profile = { ...inventedProfile(), telephone: undefined };
    const answers = prefilledAnswers(enterprise, profile, CONTEXT);
    expect(answers.enterpriseName).toBe('苏州示例智能科技有限公司');
    expect(answers).not.toHaveProperty('telephone');
    expect(answers).not.toHaveProperty('mainBusiness');
    const telephone = enterprise.find(({ id }) => id === 'telephone');
    expect(telephone && isFromProfile(telephone, profile)).toBe(false);
    expect(telephone && isFromProfile(telephone, inventedProfile())).toBe(true);
  });
});

describe('readBack', () => {
  const talent = completeTalent({ category: 'C', name: '陈思睿', seed: 4 });
  const answers = { ...talent.answers, name: talent.name, idType: talent.idType, category: talent.category };
  const masked = { idNumber: '320***********2825', mobile: '138****0004' };

  it('shows labels, masks and words instead of stored values', () => {
    const rows = readBackAll(talentRecruitment.entry, answers, { config: talentRecruitment, masked }).flatMap(
      (section) => section.rows,
    );
    const textOf = (fieldId: string) => rows.find((row) => row.fieldId === fieldId)?.text;
    expect(textOf('idType')).toBe('居民身份证');
    expect(textOf('category')).toBe('C 硕士或高级职称');
    expect(textOf('annualPay')).toBe('¥286,000.00');
    expect(textOf('recruitmentCost')).toBe('');
    expect(rows.find(({ fieldId }) => fieldId === 'idNumber')).toEqual({
      fieldId: 'idNumber',
      label: '证件号码',
      text: '320***********2825',
      sealed: true,
    });
  });

  it('leaves out fields that do not apply', () => {
    const [identity] = talentRecruitment.entry;
    const rows = identity ? readBack(identity, answers, { config: talentRecruitment, masked }) : [];
    expect(rows.map(({ fieldId }) => fieldId)).not.toContain('nationality');
  });
});
