import { describe, expect, it } from '@jest/globals';

import { programmeConfigSchema, type ProgrammeConfig } from '@/lib/programme/rules/config';
import { checkProgrammeConfig } from '@/lib/programme/rules/config-check';
import { postdoctoralResearch } from '@/lib/programme/samples/closed-sample';
import { studentInternship } from '@/lib/programme/samples/student-internship';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';

type Draft = { -readonly [K in keyof ProgrammeConfig]: ProgrammeConfig[K] };

/** The faults of the sample programme after one mistake. */
function faultsAfter(spoil: (config: Draft) => void): string[] {
  const config = structuredClone(talentRecruitment) as Draft;
  spoil(config);
  const checked = checkProgrammeConfig(JSON.parse(JSON.stringify(config)));
  return checked.ok ? [] : checked.refusal;
}

function field(config: Draft, id: string): Record<string, unknown> {
  const found = [...config.enterprise, ...config.entry]
    .flatMap((section) => section.fields)
    .find((one) => one.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
}

describe('the sample programmes', () => {
  it.each([talentRecruitment, postdoctoralResearch])('$code is sound and reads back from JSON unchanged', (config) => {
    const checked = checkProgrammeConfig(JSON.parse(JSON.stringify(config)));
    expect(checked).toEqual({ ok: true, value: config });
  });

  it('has the figures of the sample programme in fen', () => {
    const standards = talentRecruitment.categories.map(({ code, standardFen }) => [code, standardFen]);
    expect(standards).toEqual([
      ['A', 100_000_00],
      ['B', 50_000_00],
      ['C', 20_000_00],
      ['D', 10_000_00],
    ]);
    expect(talentRecruitment.yearlyCapFen).toBe(500_000_00);
    expect(talentRecruitment.eligibility.map((rule) => ('months' in rule ? rule.months : null))).toEqual([
      36,
      18,
      6,
      null,
      null,
    ]);
  });

  it('asks for every paper of the sample programme', () => {
    expect(talentRecruitment.requirements.map(({ label }) => label)).toEqual([
      '营业执照',
      '承诺书',
      '身份证件',
      '领军人才认定文件',
      '学位证书',
      '国（境）外学历学位认证书',
      '职称证书',
      '劳动合同',
      '社会保险缴费记录',
      '个人信息处理及公示授权书',
      '招聘服务发票',
    ]);
  });

  it('names no real telephone, address or person', () => {
    const text = JSON.stringify([talentRecruitment, postdoctoralResearch]);
    const numbers = text.match(/\d{3,4}-\d{3,4}-?\d{4}|\d{3,4}-\d{7,8}/g) ?? [];
    expect(new Set(numbers)).toEqual(new Set(['400-000-0000', '400-000-0001']));
    expect(text).not.toMatch(/sipac|@(?!example)/);
  });
});

describe('checkProgrammeConfig', () => {
  it.each<[string, (config: Draft) => void, string]>([
    ['a doubled field', (c) => void Object.assign(field(c, 'school'), { id: 'major' }), '字段编号 major 重复'],
    ['a missing system field', (c) => void Object.assign(field(c, 'name'), { id: 'fullName' }), '缺少字段 name'],
    ['an ID number in the clear', (c) => void delete field(c, 'idNumber').sealed, '证件号码必须加密保存'],
    ['a choice without options', (c) => void delete field(c, 'degree').options, '至少要有两个选项'],
    ['options on a text', (c) => void Object.assign(field(c, 'school'), { options: [] }), '不能有选项'],
    [
      'a condition on a field that does not exist',
      (c) => void Object.assign(field(c, 'school'), { appliesWhen: { field: 'ghost', answered: true } }),
      'ghost 不存在',
    ],
    [
      'a condition on a later field',
      (c) => void Object.assign(field(c, 'idType'), { appliesWhen: { field: 'degree', is: ['master'] } }),
      '排在它之后',
    ],
    [
      'a condition on a value that cannot be',
      (c) => void Object.assign(field(c, 'professionalTitle'), { appliesWhen: { field: 'category', is: ['Z'] } }),
      '值 Z 不是字段 category 的选项',
    ],
    [
      'a condition that compares a typed text',
      (c) => void Object.assign(field(c, 'major'), { appliesWhen: { field: 'school', is: ['甲'] } }),
      '只能问是否已填',
    ],
    [
      'bounds the wrong way round',
      (c) => void Object.assign(field(c, 'employees'), { minimum: 9, maximum: 1 }),
      '最小值',
    ],
    [
      'an entitlement over no field',
      (c) => void Object.assign(c.eligibility[1] ?? {}, { field: 'ghost' }),
      'ghost 不存在',
    ],
    ['an entitlement over no day', (c) => void Object.assign(c.eligibility[1] ?? {}, { field: 'school' }), '不是日期'],
    ['a doubled category', (c) => void Object.assign(c.categories[1] ?? {}, { code: 'A' }), '类别代码 A 重复'],
    ['a standard above the cap', (c) => void (c.yearlyCapFen = 60_000_00), '超过年度限额'],
    [
      'months that nobody counts',
      (c) => void (c.amount = { kind: 'per-month', months: 'school', maxMonths: 2 }),
      '按月补贴',
    ],
    ['a doubled paper', (c) => void Object.assign(c.requirements[1] ?? {}, { id: 'businessLicence' }), '材料编号'],
    [
      'a paper of all that looks into one entry',
      (c) => void Object.assign(c.requirements[0] ?? {}, { appliesWhen: { field: 'degree', answered: true } }),
      'degree 不存在',
    ],
    ['a guide without a date', (c) => void (c.guide = { ...c.guide, updatedOn: '八月' }), '更新日期'],
    [
      'gender without its two values',
      (c) =>
        void Object.assign(field(c, 'gender'), {
          options: [
            { value: 'a', label: '甲' },
            { value: 'b', label: '乙' },
          ],
        }),
      'MALE',
    ],
  ])('finds %s', (_, spoil, said) => {
    expect(faultsAfter(spoil).join('\n')).toContain(said);
  });

  it('says every shape fault at once, in Chinese and with its place', () => {
    const checked = checkProgrammeConfig({ ...talentRecruitment, yearlyCapFen: 1.5, name: '' });
    const faults = checked.ok ? [] : checked.refusal;
    expect(faults).toHaveLength(2);
    expect(faults.find((fault) => fault.startsWith('yearlyCapFen'))).toMatch(/[\u4e00-\u9fff]/);
    expect(faults.every((fault) => fault.endsWith('。'))).toBe(true);
  });

  it('knows no field that it was not told of', () => {
    expect(programmeConfigSchema.safeParse({ ...talentRecruitment, extra: 1 }).success).toBe(false);
  });
});

it('takes the programme of interns by the month as it stands', () => {
  expect(checkProgrammeConfig(JSON.parse(JSON.stringify(studentInternship)))).toMatchObject({ ok: true });
});
