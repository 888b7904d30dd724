import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { changesBetween, type Change } from '@/lib/application/rules/changes';
import { parseSnapshot, type SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { aDraft, aFile, aSnapshot, aTalent, CONFIG, FOUR } from './a-draft';

const before = aSnapshot();

function after(spoil: (snapshot: SubmissionSnapshot) => void): SubmissionSnapshot {
  const copy = structuredClone(before);
  spoil(copy);
  return copy;
}

const changed = (spoil: (snapshot: SubmissionSnapshot) => void): Change[] =>
  changesBetween(before, after(spoil), CONFIG);

describe('takeSnapshot', () => {
  it('freezes what counts and leaves behind what nothing asks for', () => {
    const chen = aTalent({ category: 'D', name: '陈思睿', seed: 5 });
    const draft = aDraft({ talents: [{ ...chen, answers: { ...chen.answers, categoryBasis: 'degree' } }] });
    const stray = aFile(99, 'titleCertificate', chen.id);
    const snapshot = aSnapshot({ ...draft, attachments: [...draft.attachments, stray] });
    expect(snapshot.talents[0]?.answers).not.toHaveProperty('categoryBasis');
    expect(snapshot.talents[0]?.answers).toMatchObject({ name: '陈思睿', category: 'D', scarcePostCode: 'JQ-0132' });
    expect(snapshot.attachments.map(({ id }) => id)).not.toContain('attachment-99');
    expect(snapshot.award).toMatchObject({ totalFen: 10_000_00, capFen: 500_000_00 });
  });

  it('reads back from JSON as it was written, and knows what is no snapshot', () => {
    expect(parseSnapshot(JSON.parse(JSON.stringify(before)))).toEqual(before);
    expect(() => parseSnapshot({ ...before, talents: 'none' })).toThrow();
  });

  it('holds no sealed value in the clear', () => {
    expect(JSON.stringify(before)).not.toMatch(/3205\d{14}|1380000\d{4}/);
  });
});

describe('changesBetween', () => {
  it('finds nothing between a submission and itself', () => {
    expect(changesBetween(before, structuredClone(before), CONFIG)).toEqual([]);
  });

  it('shows an answer as it reads before and after', () => {
    expect(changed((s) => void Object.assign(s.answers, { employees: '130' }))).toEqual([
      {
        part: 'field:employees',
        talentId: null,
        label: '企业基本信息，职工人数',
        kind: 'changed',
        before: '128 人',
        after: '130 人',
      },
    ]);
    expect(changed((s) => void Object.assign(s.talents[1]?.answers ?? {}, { annualPay: '300,000.00' }))).toMatchObject([
      { part: 'talent:talent-2:annualPay', before: '¥286,000.00', after: '¥300,000.00' },
    ]);
  });

  it('sees a changed ID number though both masks read alike', () => {
    const masked = before.talents[1]?.sealed.idNumber?.masked;
    expect(changed((s) => void Object.assign(s.talents[1]?.sealed.idNumber ?? {}, { hash: 'other' }))).toMatchObject([
      { part: 'talent:talent-2:idNumber', kind: 'changed', before: masked, after: masked },
    ]);
  });

  it('shows talents who came, went and changed places', () => {
    expect(changed((s) => void s.talents.shift())).toMatchObject([
      { part: 'talent:talent-1', kind: 'removed', before: '安德烈·诺瓦克', after: '' },
    ]);
    expect(changed((s) => void s.talents.reverse())).toMatchObject([{ part: 'section:talents', kind: 'changed' }]);
    const five = aSnapshot(aDraft({ talents: [...FOUR, aTalent({ category: 'B', name: '周子涵', seed: 6 })] }));
    const talent = changesBetween(before, five, CONFIG).filter(({ part }) => part === 'talent:talent-6');
    expect(talent).toMatchObject([{ kind: 'added', before: '', after: '周子涵' }]);
  });

  it('shows replaced, added and removed files by their place', () => {
    expect(
      changed((s) => void Object.assign(s.attachments[0] ?? {}, { sha256: 'new', fileName: '新.pdf' })),
    ).toMatchObject([
      { part: 'attachment:businessLicence', kind: 'changed', before: 'businessLicence-0.pdf', after: '新.pdf' },
    ]);
    expect(changed((s) => void s.attachments.shift())).toMatchObject([{ kind: 'removed', after: '' }]);
  });

  it('shows another contact', () => {
    expect(changed((s) => void Object.assign(s.contact, { name: '赵敏' }))).toMatchObject([
      { part: 'section:contact', after: '赵敏 138****0000 l***@example.com' },
    ]);
  });

  it('reads backwards as the same changes the other way round', () => {
    const edits: ((s: SubmissionSnapshot) => void)[] = [
      (s) => void Object.assign(s.answers, { employees: '9' }),
      (s) => void delete s.answers.lastYearRevenue,
      (s) => void s.talents.pop(),
      (s) => void s.talents.reverse(),
      (s) => void Object.assign(s.talents[0]?.answers ?? {}, { school: '另一所学校' }),
      (s) => void s.attachments.splice(1, 1),
      (s) => void Object.assign(s.attachments[0] ?? {}, { sha256: 'x' }),
      (s) => void Object.assign(s.contact, { id: 'other' }),
    ];
    fc.assert(
      fc.property(fc.subarray(edits), (chosen) => {
        const now = after((s) => chosen.forEach((edit) => edit(s)));
        const flipped = changesBetween(now, before, CONFIG).map(flip);
        expect(sorted(flipped)).toEqual(sorted(changesBetween(before, now, CONFIG)));
      }),
    );
  });
});

function flip(change: Change): Change {
  const kind = change.kind === 'added' ? 'removed' : change.kind === 'removed' ? 'added' : 'changed';
  return { ...change, kind, before: change.after, after: change.before };
}

function sorted(changes: Change[]): Change[] {
  return [...changes].sort((a, b) => (a.part < b.part ? -1 : 1));
}
