import { describe, expect, it } from '@jest/globals';

import type { DraftView, TalentView } from '@/lib/application/rules/draft';
import { countByStep, countByTalent, obstacleFinder, obstaclesOf } from '@/lib/application/rules/obstacles';
import { parsePart } from '@/lib/application/rules/part-keys';
import { decidePlace } from '@/lib/application/rules/place-file';
import { askedPapers, idleFiles } from '@/lib/application/rules/requirements';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { WIZARD_STEPS } from '@/lib/kernel/paths';
import { addMonths } from '@/lib/kernel/shanghai-day';
import { APPLIED_ON } from '../../builders/answers';
import { aDraft, aFile, anEmptyDraft, aTalent, CONFIG, FOUR, without } from './a-draft';

const of = (draft: DraftView) => obstaclesOf(draft, CONFIG, { today: APPLIED_ON });
const said = (draft: DraftView) => of(draft).map(({ label, text }) => `${label}：${text}`);

/** The complete draft with one talent in place of the four. */
function withTalent(talent: TalentView): DraftView {
  return aDraft({ talents: [talent] });
}

const chen = aTalent({ category: 'C', name: '陈思睿', seed: 5 });

describe('obstaclesOf', () => {
  it('finds nothing in the way of a complete draft', () => {
    expect(of(aDraft())).toEqual([]);
  });

  it('names every required field of an empty draft, then contact, talents and papers, in the order of the form', () => {
    const obstacles = of(anEmptyDraft());
    const required = fieldsOf(CONFIG.enterprise).filter(({ optional, appliesWhen }) => !optional && !appliesWhen);
    expect(obstacles.map(({ part }) => part)).toEqual([
      ...required.map(({ id }) => `field:${id}`),
      'section:contact',
      'section:talents',
      'attachment:businessLicence',
      'attachment:commitmentLetter',
    ]);
    expect(countByStep(obstacles)).toEqual({
      enterprise: required.length,
      contact: 1,
      talents: 1,
      attachments: 2,
      preview: required.length + 4,
    });
  });

  it('names every required field of an empty talent that can apply to it', () => {
    const empty = { ...chen, name: '', idType: '', category: '', answers: {}, sealed: {} };
    const fields = of(withTalent(empty)).filter(({ step }) => step === 'talents');
    const required = fieldsOf(CONFIG.entry).filter(({ optional, appliesWhen }) => !optional && !appliesWhen);
    expect(fields.map(({ part }) => part)).toEqual(required.map(({ id }) => `talent:${chen.id}:${id}`));
    expect(fields[0]?.label).toBe('未填姓名的引进人才，姓名');
  });

  it('words every obstacle as a Chinese sentence and links it to a part that can be opened', () => {
    const empty = { ...chen, name: '', idType: '', category: '', answers: {}, sealed: {} };
    const wrong = { ...chen, id: 'wrong', answers: { ...chen.answers, annualPay: '很多', contractTo: '2026-01-01' } };
    for (const obstacle of of({ ...anEmptyDraft(), talents: [empty, wrong] })) {
      expect(obstacle.text).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(obstacle.label).not.toBe('');
      expect(parsePart(obstacle.part)).not.toBeNull();
      expect(WIZARD_STEPS).toContain(obstacle.step);
    }
  });

  it('says at the contract that it is too short', () => {
    const answers = { ...chen.answers, contractFrom: '2025-09-01', onBoardOn: '2025-09-01', contractTo: '2028-07-31' };
    expect(of(withTalent({ ...chen, answers }))).toEqual([
      {
        part: `talent:${chen.id}:contractTo`,
        step: 'talents',
        talentId: chen.id,
        label: '陈思睿，合同结束日期',
        text: '期限为 35 个月，少于 36 个月。请核对合同，结束日期应不早于 2028年8月31日。',
        kind: 'not-entitled',
      },
    ]);
  });

  it('judges a resubmission by the day of the first submission, however late it comes', () => {
    const draft = withTalent(chen);
    const today = addMonths(APPLIED_ON, 12);
    expect(obstaclesOf(draft, CONFIG, { today }).map(({ kind }) => kind)).toContain('not-entitled');
    expect(obstaclesOf({ ...draft, firstSubmittedOn: APPLIED_ON }, CONFIG, { today })).toEqual([]);
  });

  it('does not hold a condition against a category that was changed', () => {
    const answers = { ...chen.answers, scarcePostCode: 'JQ-0132', degree: 'bachelor' };
    const draft = withTalent({ ...chen, category: 'D', answers });
    expect(said(draft)).toEqual([]);
  });

  it('repeats what the server found wrong with a sealed number', () => {
    const sealed = { ...chen.sealed, idNumber: { masked: '320***', ok: '证件号码不对。' } };
    expect(said(withTalent({ ...chen, sealed }))).toEqual(['陈思睿，证件号码：证件号码不对。']);
    expect(said(withTalent({ ...chen, sealed: without(chen.sealed, 'mobile') }))).toEqual([
      '陈思睿，手机号码：请填写手机号码。',
    ]);
  });

  it('finds the same person twice in one application', () => {
    const again = { ...chen, id: 'again', name: '陈思瑞', samePersonAs: chen.id };
    const draft = aDraft({ talents: [chen, again] });
    expect(said(draft)).toEqual(['陈思瑞，证件号码：与第 1 位陈思睿的证件号码相同，请核对或移除其中一位。']);
    expect(countByTalent(of(draft))).toEqual({ again: 1 });
  });

  it('asked again and again finds what asking once finds, whatever changed in between', () => {
    const find = obstacleFinder();
    const drafts = [
      aDraft(),
      aDraft({ talents: [{ ...chen, answers: {} }] }),
      aDraft({ talents: [{ ...chen, answers: {} }], attachments: [] }),
      aDraft({ answers: {} }),
      aDraft({ talents: [chen, { ...chen, id: 'again', samePersonAs: chen.id }] }),
      aDraft(),
    ];
    for (const draft of drafts) expect(find(draft, CONFIG, { today: APPLIED_ON })).toEqual(of(draft));
  });

  it('limits the number of talents', () => {
    const talents = Array.from({ length: 501 }, (_, index) => ({ ...chen, id: `t${index}` }));
    expect(said(aDraft({ talents }))).toEqual(['引进人才信息：一份申请最多 500 人，现有 501 人，请移除多出的人员。']);
  });
});

describe('papers', () => {
  const labelsOf = (talent: TalentView) =>
    askedPapers(withTalent(talent), CONFIG).flatMap(({ requirement, talentId }) => (talentId ? [requirement.id] : []));
  const always = ['idDocument', 'labourContract', 'insuranceRecord', 'consent'];

  it.each([
    ['a leading talent', FOUR[0], ['leadingProof', 'overseasCertificate']],
    ['a doctor', FOUR[1], ['degreeCertificate']],
    ['a senior title', FOUR[2], ['titleCertificate']],
    ['a scarce post through an agency', FOUR[3], ['recruitmentInvoice']],
    ['a master', chen, ['degreeCertificate']],
  ])('asks %s only for what concerns them', (_, talent, own) => {
    expect(new Set(talent && labelsOf(talent))).toEqual(new Set([...always, ...own]));
  });

  it('asks for a missing paper at the talent it belongs to', () => {
    const whole = withTalent(chen);
    const attachments = whole.attachments.filter(({ requirementId }) => requirementId !== 'labourContract');
    expect(said({ ...whole, attachments })).toEqual(['陈思睿，劳动合同：请上传劳动合同。']);
  });

  it('says so when a place holds more files than it may', () => {
    const draft = withTalent(chen);
    const more = [aFile(90, 'consent', chen.id), aFile(91, 'consent', chen.id)];
    expect(said({ ...draft, attachments: [...draft.attachments, ...more] })).toEqual([
      '陈思睿，个人信息处理及公示授权书：个人信息处理及公示授权书最多 2 个文件，请移除多出的文件。',
    ]);
  });

  it('shows a file that nothing asks for any more, and lets it stand in nobody’s way', () => {
    const draft = withTalent(chen);
    const stray = aFile(99, 'titleCertificate', chen.id);
    const more = { ...draft, attachments: [...draft.attachments, stray] };
    expect(of(more)).toEqual([]);
    expect(idleFiles(more, CONFIG)).toEqual([stray]);
  });

  it('takes a file only where it is asked for and while there is room', () => {
    const draft = withTalent(chen);
    const place = (requirementId: string, talentId: string | null) =>
      decidePlace(draft, CONFIG, { requirementId, talentId });
    expect(place('labourContract', chen.id).ok).toBe(true);
    expect(place('labourContract', null)).toMatchObject({ refusal: { code: 'file-not-asked-for' } });
    expect(place('titleCertificate', chen.id)).toMatchObject({ refusal: { code: 'file-not-asked-for' } });
    const full = { ...draft, attachments: [...draft.attachments, aFile(98, 'idDocument', chen.id)] };
    expect(decidePlace(full, CONFIG, { requirementId: 'idDocument', talentId: chen.id })).toEqual({
      ok: false,
      refusal: { code: 'file-too-many', label: '身份证件', limit: 2 },
    });
  });
});
