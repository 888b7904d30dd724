import { describe, expect, it } from '@jest/globals';
import { proofAge } from '@/lib/disbursement/rules/proof-age';
import {
  payableFen,
  payableLines,
  proofNeed,
  proofsComplete,
  proofsJudgedOn,
  withOldProofs,
  type TalentLine,
} from '@/lib/disbursement/rules/talent-lines';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';

const TODAY = shanghaiDay('2026-11-23');
const line = (given: Partial<TalentLine> = {}): TalentLine => ({
  id: 'a',
  name: '陈思远',
  amountFen: 100_000_00,
  state: 'KEPT',
  leftReason: null,
  proofIssuedOn: TODAY,
  ...given,
});

describe('the age of a proof', () => {
  it('is fresh thirty days after its date and too old the day after, the day of the act not counted', () => {
    expect(proofAge(addDays(TODAY, -30), TODAY, 30)).toBe('fresh');
    expect(proofAge(addDays(TODAY, -31), TODAY, 30)).toBe('too-old');
    expect(proofAge(TODAY, TODAY, 30)).toBe('fresh');
  });

  it('is never in the future', () => {
    expect(proofAge(addDays(TODAY, 1), TODAY, 30)).toBe('in-future');
  });

  it('follows the number of days of the programme', () => {
    expect(proofAge(addDays(TODAY, -30), TODAY, 15)).toBe('too-old');
  });
});

describe('what is wanted of a talent', () => {
  it('is a proof, and a newer one when it has grown too old', () => {
    expect(proofNeed(line({ proofIssuedOn: null }), TODAY, 30)).toBe('missing');
    expect(proofNeed(line({ proofIssuedOn: addDays(TODAY, -31) }), TODAY, 30)).toBe('too-old');
    expect(proofNeed(line(), TODAY, 30)).toBe('none');
  });

  it('is judged on the day of the confirmation once that was given, so that what was paid never looks wanting', () => {
    const today = shanghaiDay('2027-11-23');
    const confirmedAt = new Date('2026-11-22T17:00:00Z');
    expect(proofsJudgedOn({ status: 'PAID', confirmedAt }, today)).toBe('2026-11-23');
    expect(proofsJudgedOn({ status: 'RECEIPT_REVIEW', confirmedAt }, today)).toBe('2026-11-23');
    expect(proofsJudgedOn({ status: 'AWAITING_CONFIRMATION', confirmedAt }, today)).toBe(today);
    expect(proofsJudgedOn({ status: 'LAPSED', confirmedAt: null }, today)).toBe(today);
  });

  it('is nothing once a declared departure was decided either way', () => {
    expect(proofNeed(line({ proofIssuedOn: null, leftReason: '已离职' }), TODAY, 30)).toBe('none');
    expect(proofNeed(line({ state: 'FALLEN_AWAY' }), TODAY, 30)).toBe('fallen-away');
  });

  it('waits while a declaration waits, so the path does not go on over it', () => {
    const lines = [line(), line({ id: 'b', state: 'LEFT_DECLARED', leftReason: '已离职' })];
    expect(proofsComplete(lines, TODAY, 30)).toBe(false);
    expect(proofsComplete([line(), line({ id: 'b', state: 'FALLEN_AWAY' })], TODAY, 30)).toBe(true);
  });

  it('is not complete when nobody is left to be paid', () => {
    expect(proofsComplete([line({ state: 'FALLEN_AWAY' })], TODAY, 30)).toBe(false);
  });

  it('names those whose proof is too old', () => {
    const lines = [line(), line({ id: 'b', name: '李婧', proofIssuedOn: addDays(TODAY, -40) })];
    expect(withOldProofs(lines, TODAY, 30)).toEqual(['李婧']);
  });
});

describe('what is to be paid', () => {
  it('counts everybody but those who fell away', () => {
    const lines = [line(), line({ state: 'LEFT_DECLARED' }), line({ state: 'FALLEN_AWAY' })];
    expect(payableFen(lines)).toBe(200_000_00);
  });

  it('leaves out talents with nothing granted and those who fell away before', () => {
    const [one, two, three] = ['1', '2', '3'].map((end) => `0192f0c0-0000-7000-8000-00000000000${end}`);
    const award = [
      { talentId: one, name: '甲', categoryLabel: 'A 类', grantedFen: 5, cutFen: 0, supported: true },
      { talentId: two, name: '乙', categoryLabel: 'B 类', grantedFen: 0, cutFen: 9, note: '额度已用完' },
      { talentId: three, name: '丙', categoryLabel: 'B 类', grantedFen: 3, cutFen: 0 },
    ];
    expect(payableLines(award, new Set([three ?? ''])).map((each) => each.talentId)).toEqual([one]);
  });

  it('throws at an award that is none, rather than pay by it', () => {
    expect(() => payableLines([{ talentId: 'x', grantedFen: -1 }], new Set())).toThrow();
  });
});
