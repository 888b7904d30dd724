import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkEligibility } from '@/lib/application/rules/eligibility';
import { checkAtLeast, checkNotBefore, checkPeriod, checkWithin } from '@/lib/application/rules/eligibility-kinds';
import { addDays, addMonths, formatDay, shanghaiDay, wholeMonthsBetween } from '@/lib/kernel/shanghai-day';
import { APPLIED_ON } from '../../builders/answers';
import { dayBetween } from '../kernel/arbitraries';
import { aTalent, CONFIG } from './a-draft';
import { talentAnswers } from '@/lib/application/rules/draft';

describe('the conditions of the programme', () => {
  const answers = talentAnswers(aTalent({ category: 'C', name: '陈思睿', seed: 5 }));
  const check = (more = {}) => checkEligibility(CONFIG, { ...answers, ...more }, APPLIED_ON);
  const find = (id: string, more = {}) => check(more).find((one) => one.id === id);

  it('are all met by a complete talent, each with what was found and its clause', () => {
    expect(check().every(({ passed, evidence, clause }) => passed === true && evidence !== '' && clause)).toBe(true);
  });

  it('say what was found in the words of the condition', () => {
    const dates = {
      contractFrom: '2025-09-01',
      contractTo: '2028-08-31',
      onBoardOn: '2025-09-01',
      insuredFrom: '2025-10',
    };
    expect(find('contractTerm', dates)?.evidence).toBe('36 个月，不少于 36 个月');
    expect(find('onBoardLately', dates)?.evidence).toBe('14 个月前，18 个月内');
    expect(find('insuredLongEnough', dates)?.evidence).toBe('已满 13 个月，不少于 6 个月');
    expect(find('masterForC', dates)?.evidence).toBe('硕士，相符');
  });

  it('pin the complaint to the field and say how to mend it', () => {
    expect(find('contractTerm', { contractFrom: '2025-09-01', contractTo: '2028-07-31' })).toMatchObject({
      passed: false,
      evidence: '35 个月，少于 36 个月',
      fieldId: 'contractTo',
      complaint: '期限为 35 个月，少于 36 个月。请核对合同，结束日期应不早于 2028年8月31日。',
    });
    expect(find('masterForC', { degree: 'bachelor' })?.complaint).toBe(
      '所填“学士”与要求不符：C 类按学位申请的，须取得硕士及以上学位。请核对。',
    );
  });

  it('are open while an answer is missing, and left out where the choice was another', () => {
    expect(find('contractTerm', { contractTo: '' })).toMatchObject({ passed: null, evidence: '', complaint: null });
    expect(find('contractTerm', { contractTo: '明年' })?.passed).toBeNull();
    expect(find('doctorForB')).toBeUndefined();
    expect(find('masterForC', { categoryBasis: 'title' })).toBeUndefined();
  });
});

describe('checkPeriod', () => {
  const start = dayBetween('2020-01-01', '2028-12-31');
  const months = fc.integer({ min: 1, max: 60 });

  it('passes from the day that it names on, and not the day before', () => {
    fc.assert(
      fc.property(start, months, (from, count) => {
        let end = addDays(addMonths(from, count), -2);
        while (wholeMonthsBetween(from, end) < count) end = addDays(end, 1);
        expect(checkPeriod(from, end, count)?.passed).toBe(true);
        const short = checkPeriod(from, addDays(end, -1), count);
        expect(short?.passed).toBe(false);
        expect(short?.complaint).toContain(formatDay(end));
      }),
    );
  });

  it('says so when the end lies before the start', () => {
    expect(checkPeriod('2026-02-01', '2026-01-31', 36)?.evidence).toBe('结束日期早于开始日期');
  });
});

describe('checkWithin', () => {
  const applied = shanghaiDay('2026-11-23');

  it.each([
    ['2025-05-23', true, '18 个月前，18 个月内'],
    ['2025-05-22', false, '2025年5月22日，早于申请前 18 个月'],
    ['2026-11-23', true, '不足 1 个月前，18 个月内'],
    ['2026-11-24', false, '晚于申请日'],
  ])('judges %s as %s', (day, passed, evidence) => {
    expect(checkWithin(day, 18, applied)).toMatchObject({ passed, evidence });
  });

  it('counts the last day of a month that is too short', () => {
    expect(checkWithin('2025-02-28', 18, shanghaiDay('2026-08-31'))?.passed).toBe(true);
    expect(checkWithin('2025-02-27', 18, shanghaiDay('2026-08-31'))?.passed).toBe(false);
  });
});

describe('checkAtLeast', () => {
  const applied = shanghaiDay('2026-11-23');

  it.each([
    ['2026-05', true],
    ['2026-06', false],
    ['2026-12', false],
    ['2026-05-23', true],
    ['2026-05-24', false],
  ])('judges a start in %s as %s after six months', (start, passed) => {
    const finding = checkAtLeast(start, 6, applied);
    expect(finding?.passed).toBe(passed);
    expect(finding?.evidence).not.toContain('-');
  });
});

describe('checkNotBefore', () => {
  it('allows the same day', () => {
    expect(checkNotBefore('2026-01-01', '2026-01-01')?.passed).toBe(true);
    expect(checkNotBefore('2025-12-31', '2026-01-01')?.passed).toBe(false);
    expect(checkNotBefore('', '2026-01-01')).toBeNull();
  });
});
