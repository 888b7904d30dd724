import { describe, expect, it } from '@jest/globals';

import { OUTCOME_LABELS, decisionLabel } from '@/lib/review/rules/labels';
import { claimUntil, leaseOver } from '@/lib/review/rules/lease';
import { partLabels, partsToLook } from '@/lib/review/rules/parts';
import { preChecks, preCheckSummary } from '@/lib/review/rules/checks';
import { reasonText, reasonChoices } from '@/lib/review/rules/reasons';
import { explainReview, type ReviewRefusal } from '@/lib/review/rules/refusals';
import { parsePart } from '@/lib/application/rules/part-keys';
import { APPLIED_ON } from '../../builders/answers';
import { aSnapshot, CONFIG } from '../application/a-draft';

describe('a claim', () => {
  const seen = new Date('2026-11-23T14:03:00+08:00');

  it('holds for thirty minutes after the last sign of life and not a millisecond longer', () => {
    expect(leaseOver(seen, new Date('2026-11-23T14:32:59.999+08:00'))).toBe(false);
    expect(leaseOver(seen, new Date('2026-11-23T14:33:00.000+08:00'))).toBe(true);
    expect(claimUntil(seen)).toEqual(new Date('2026-11-23T14:33:00+08:00'));
  });
});

describe('partsToLook', () => {
  const snapshot = aSnapshot();
  const parts = partsToLook(snapshot, CONFIG);

  it('names the enterprise, each talent and each paper once, in the order of the screen', () => {
    expect(parts.slice(0, 4)).toEqual([
      'section:enterprise',
      'attachment:businessLicence',
      'attachment:commitmentLetter',
      'talent:talent-1',
    ]);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.every((part) => parsePart(part) !== null)).toBe(true);
  });

  it('leaves out no talent and no file that was handed in', () => {
    const files = snapshot.attachments.map(({ requirementId, talentId }) =>
      talentId ? `attachment:${requirementId}:${talentId}` : `attachment:${requirementId}`,
    );
    expect(parts).toEqual(expect.arrayContaining([...files, ...snapshot.talents.map(({ id }) => `talent:${id}`)]));
  });

  it('reads as a list of names', () => {
    expect(partLabels(parts.slice(0, 4), snapshot, CONFIG)).toEqual([
      '企业基本信息',
      '本申请，营业执照',
      '本申请，承诺书',
      '安德烈·诺瓦克',
    ]);
  });
});

describe('preChecks', () => {
  it('pass for an entitled talent and show what was found', () => {
    const [, doctor] = aSnapshot().talents;
    const checks = doctor ? preChecks(doctor, CONFIG, APPLIED_ON) : [];
    expect(checks.map(({ id, result }) => [id, result])).toEqual([
      ['contractTerm', 'passed'],
      ['onBoardLately', 'passed'],
      ['insuredLongEnough', 'passed'],
      ['doctorForB', 'passed'],
    ]);
    expect(preCheckSummary(checks)).toBe('全部通过');
  });

  it('count what a person must look at', () => {
    const [, doctor] = aSnapshot().talents;
    const answers = { ...doctor?.answers, degree: 'master', contractTo: '' };
    const checks = doctor ? preChecks({ ...doctor, answers }, CONFIG, APPLIED_ON) : [];
    expect(preCheckSummary(checks)).toBe('2 项需看');
    expect(checks.find(({ result }) => result === 'open')?.evidence).toBe('填写不全，请人工核对');
  });
});

describe('the standard reasons', () => {
  it('are offered by use and written with their clause', () => {
    const [first] = reasonChoices(CONFIG, [], 'refuse');
    expect(first && reasonText(first)).toBe('劳动合同期限不足 36 个月（实施细则（示例）第五条第一项）。');
    expect(reasonChoices(CONFIG, [], 'return').every((reason) => reasonText(reason).endsWith('。'))).toBe(true);
  });

  it('name a clause wherever support is refused', () => {
    expect(reasonChoices(CONFIG, [], 'refuse').every(({ clause }) => clause)).toBe(true);
  });
});

describe('the refusals of a review', () => {
  const refusals: { [C in ReviewRefusal['code']]: Extract<ReviewRefusal, { code: C }> } = {
    'claimed-by-other': { code: 'claimed-by-other', by: '沈一帆', until: new Date('2026-11-23T06:33:00Z') },
    'not-your-claim': { code: 'not-your-claim' },
    'parts-not-looked-at': { code: 'parts-not-looked-at', parts: ['section:enterprise'], labels: ['企业基本信息'] },
    'no-comment-for-return': { code: 'no-comment-for-return' },
    'reason-missing': { code: 'reason-missing' },
    'undecided-talents': { code: 'undecided-talents', names: ['甲', '乙', '丙', '丁', '戊', '己'] },
    'no-supported-talent': { code: 'no-supported-talent' },
    'kept-for-other': { code: 'kept-for-other', name: '沈一帆' },
    'nothing-to-claim': { code: 'nothing-to-claim' },
    'cap-exhausted': { code: 'cap-exhausted', capFen: 500_000_00, usedFen: 500_000_00 },
    'first-cannot-be-final': { code: 'first-cannot-be-final' },
    'colleague-cannot': { code: 'colleague-cannot', name: '陆晓' },
    'already-asked': { code: 'already-asked', name: '陆晓' },
    'opinion-over': { code: 'opinion-over' },
    'view-name-taken': { code: 'view-name-taken', name: '20 万元以上' },
    'views-too-many': { code: 'views-too-many', most: 12 },
    'not-clean': { code: 'not-clean', causes: ['自动核验没有全部通过', '加签还没有答复'] },
    'refused-it-before': { code: 'refused-it-before' },
    'person-already-granted': { code: 'person-already-granted', name: '张三', number: 'RC20260005038' },
  };
  const explain = (refusal: ReviewRefusal) =>
    (explainReview[refusal.code] as (given: ReviewRefusal) => ReturnType<(typeof explainReview)['reason-missing']>)(
      refusal,
    );

  it.each(Object.values(refusals))('$code says what, why and what to do next', (refusal) => {
    const { title, why, next } = explain(refusal);
    expect(title).toMatch(/[\u4e00-\u9fff]/);
    expect(why).toMatch(/。$/);
    expect(next.length).toBeGreaterThan(0);
  });

  it('tell staff who holds a case and until when, and by which case a person was granted', () => {
    expect(explain(refusals['claimed-by-other']).why).toBe('本案由沈一帆办理，领取有效至 14:33。');
    expect(explain(refusals['person-already-granted']).why).toContain('RC20260005038');
    expect(explain(refusals['undecided-talents']).why).toBe('甲、乙、丙、丁、戊等 6 人还没有定支持或不予支持。');
  });
});

describe('labels', () => {
  it('name every outcome and decision', () => {
    expect(Object.values(OUTCOME_LABELS).every((word) => word.length > 1)).toBe(true);
    expect([decisionLabel(null), decisionLabel(true), decisionLabel(false)]).toEqual(['未定', '支持', '不予支持']);
  });
});
