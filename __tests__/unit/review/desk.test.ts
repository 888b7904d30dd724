import { describe, expect, it } from '@jest/globals';
import { changesBetween } from '@/lib/application/rules/changes';
import type { CaseView } from '@/lib/review/rules/case-view';
import { countChecks, keysOfPart, lookState, partIdOf } from '@/lib/review/rules/desk';
import { deskParts } from '@/lib/review/rules/desk-parts';
import { deskView } from '@/lib/review/rules/desk-view';
import { mayClaim, type ClaimFacts } from '@/lib/review/rules/may-claim';
import { partStands } from '@/lib/review/rules/parts';
import { formatPlace, parsePlace } from '@/lib/review/rules/queue';
import { parsePart } from '@/lib/application/rules/part-keys';
import { aDraft, aSnapshot, CONFIG, FOUR } from '../application/a-draft';
import { aCaseView } from './a-case-view';

const rowsOf = (view: CaseView, part: number) => deskParts(view)[part]?.sections.flatMap(({ rows }) => rows) ?? [];

describe('the parts of the review page', () => {
  const view = aCaseView();
  const parts = deskParts(view);

  it('ask for exactly what a case must have looked at, no more and no less', () => {
    expect(parts.flatMap(keysOfPart).sort()).toEqual([...view.parts].sort());
  });

  it('count as seen only when all inside them was', () => {
    const [enterprise] = parts;
    const keys = enterprise ? keysOfPart(enterprise) : [];
    if (!enterprise) throw new Error('no part');
    expect(lookState(enterprise, new Set())).toBe('none');
    expect(lookState(enterprise, new Set(keys.slice(1)))).toBe('some');
    expect(lookState(enterprise, new Set(keys))).toBe('all');
  });

  it('show sealed answers masked, with the way to see them whole, and never in the clear', () => {
    const row = rowsOf(view, 2).find(({ label }) => label === '证件号码');
    expect(row?.value).toMatch(/^\d{3}\*+\d{4}$/);
    expect(row?.reveal).toEqual({ talentId: 'talent-2', fieldId: 'idNumber' });
  });

  it('leave out fields that do not apply to this talent', () => {
    const labels = (part: number) => rowsOf(view, part).map(({ label }) => label);
    expect(labels(1)).toContain('国籍');
    expect(labels(2)).not.toContain('国籍');
    expect(labels(4)).toContain('紧缺岗位目录代码');
  });

  it('pin every row of a form to a part that the submission has, so that the clerk lands there', () => {
    const pins = parts.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flatMap(({ pin }) => pin ?? [])));
    expect(pins.length).toBeGreaterThan(20);
    for (const pin of pins) {
      const part = parsePart(pin);
      expect(part && partStands(part, view.snapshot, CONFIG)).toBe(true);
    }
    expect(new Set(pins).size).toBe(pins.length);
  });

  it('bring a failed condition to its field, with what was asked', () => {
    const snapshot = aSnapshot();
    const [, doctor] = snapshot.talents;
    if (!doctor) throw new Error('no talent');
    const talents = [{ ...doctor, answers: { ...doctor.answers, contractTo: doctor.answers.contractFrom ?? '' } }];
    const failing = aCaseView({ snapshot: { ...snapshot, talents } });
    const row = rowsOf(failing, 1).find(({ label }) => label === '合同结束日期');
    expect(row?.checks[0]).toMatchObject({ tone: 'failed' });
    expect(row?.checks[0]?.text).toContain('要求：劳动合同期限不少于 36 个月');
    const [, part] = deskParts(failing);
    expect(part && countChecks(part).failed).toBe(1);
  });

  it('name the other case of a person granted before, and say so where there is none', () => {
    const other = { id: '0198c000-0000-7000-8000-000000000009', number: 'RC20260000011' };
    const [before] = rowsOf(aCaseView({ grantedElsewhere: { 'talent-2': other } }), 2).filter(
      ({ label }) => label === '重复享受',
    );
    expect(before?.checks).toEqual([
      { tone: 'failed', text: '已在 RC20260000011 中核定', href: `/staff/applications/${other.id}` },
    ]);
    expect(rowsOf(view, 2).find(({ label }) => label === '重复享受')?.checks[0]?.tone).toBe('passed');
  });

  it('point out a file that stands in for two papers', () => {
    const snapshot = aSnapshot();
    const attachments = snapshot.attachments.map((file) =>
      file.requirementId === 'labourContract' ? { ...file, sha256: 'same' } : file,
    );
    const row = rowsOf(aCaseView({ snapshot: { ...snapshot, attachments } }), 1).find(
      ({ label }) => label === '相同文件',
    );
    expect(row?.checks[0]?.text).toBe(`与“${FOUR[1]?.name}，劳动合同”为同一文件`);
  });
});

describe('what changed since the submission before', () => {
  const before = aSnapshot();
  const [first, ...others] = FOUR;
  const changed = first && { ...first, answers: { ...first.answers, annualPay: '300,000.00' } };
  const after = { ...aSnapshot(aDraft({ talents: changed ? [changed, ...others.slice(0, 2)] : [] })), number: 2 };
  const view = aCaseView({ snapshot: after, changes: changesBetween(before, after, CONFIG) });

  it('stands with its part, under the label of the field alone', () => {
    const [, talent] = deskParts(view);
    expect(talent?.changes).toEqual([
      { key: 'talent:talent-1:annualPay', label: '税前年薪', before: '¥286,000.00', after: '¥300,000.00' },
    ]);
    expect(
      rowsOf(view, 1)
        .filter(({ isChanged }) => isChanged)
        .map(({ label }) => label),
    ).toEqual(['税前年薪']);
  });

  it('of a talent who is gone stands with the enterprise, so that it is seen', () => {
    const [enterprise] = deskParts(view);
    expect(enterprise?.changes.map(({ label, after: now }) => [label, now])).toContainEqual([FOUR[3]?.name, '']);
  });
});

describe('the words of the page', () => {
  it('tell an outcome with its amount or reason, and a return with its last day', () => {
    const outcome = (more: Partial<CaseView>) => deskView(aCaseView({ stage: null, ...more })).outcome;
    expect(outcome({ status: 'APPROVED', approvedFen: 60_000_00 })?.text).toBe('已核定 ¥60,000.00。等待列入公示。');
    expect(outcome({ status: 'REJECTED', decisionReason: '不符合条件。' })).toEqual({
      text: '已办结：不予支持。',
      reason: '不符合条件。',
    });
    expect(outcome({ status: 'RETURNED', returnDeadline: '2026-12-07' })?.text).toContain('2026年12月7日 24:00');
  });

  it('call a comment a draft only while a return could still send it', () => {
    const comment = {
      id: 'c',
      region: null,
      target: 'whole',
      text: '请补齐。',
      stage: 'FIRST' as const,
      submission: 1,
      mine: true,
    };
    const of = (more: Partial<CaseView>) =>
      deskView(aCaseView({ comments: [{ ...comment, at: new Date('2026-11-23T06:00:00Z'), sent: false }], ...more }))
        .comments[0];
    expect(of({})).toMatchObject({ isDraft: true, by: '初审人员，11月23日' });
    expect(of({ stage: null, status: 'APPROVED' })).toMatchObject({ isDraft: false, by: '初审人员，11月23日，未发出' });
  });

  it('know the part of the strip that a key belongs to', () => {
    expect(partIdOf('attachment:idDocument:talent-1')).toBe('talent-1');
    expect(partIdOf('attachment:businessLicence')).toBe('enterprise');
    expect(partIdOf('field:name')).toBe('enterprise');
  });
});

describe('mayClaim', () => {
  const facts: ClaimFacts = {
    ...{ status: 'SUBMITTED', claimedById: null, reservedForId: null, isHeld: false, me: 'me' },
    ...{ isFirst: true, isFinal: true, decidedAtFirst: false, refusedBefore: false },
  };

  it.each<[string, Partial<ClaimFacts>, boolean]>([
    ['a free case of one’s own stage', {}, true],
    ['a case kept for oneself', { reservedForId: 'me' }, true],
    ['a case kept for a colleague', { reservedForId: 'other' }, false],
    ['a claimed case', { claimedById: 'other' }, false],
    ['a held case', { isHeld: true }, false],
    ['a case of the other stage', { status: 'AWAITING_FINAL', isFinal: false }, false],
    ['a case that one decided at the first stage, again at the first', { decidedAtFirst: true }, true],
    [
      'a case that one decided at the first stage, at the final',
      { status: 'AWAITING_FINAL', decidedAtFirst: true },
      false,
    ],
    ['a case that one refused before 复核', { status: 'AWAITING_FINAL', refusedBefore: true }, false],
    ['a decided case', { status: 'APPROVED' }, false],
  ])('of %s: %p is %p', (_, more, expected) => {
    expect(mayClaim({ ...facts, ...more })).toBe(expected);
  });
});

describe('the place in a queue', () => {
  it('reads back as it was written, and anything else is no place', () => {
    const place = { major: -9824, minor: 1_795_399_200_123, id: '0198c000-0000-7000-8000-000000000001' };
    expect(parsePlace(formatPlace(place))).toEqual(place);
    for (const text of [undefined, '', '1.2', `x.${place.id}`, `1.2.${place.id}'`]) expect(parsePlace(text)).toBeNull();
  });
});
