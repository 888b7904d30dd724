import { describe, expect, it } from '@jest/globals';
import { capCheck } from '@/lib/review/rules/desk-checks';
import { keysOfPart } from '@/lib/review/rules/desk';
import { deskParts } from '@/lib/review/rules/desk-parts';
import { nextToLook, type Place } from '@/lib/review/rules/next-look';
import { aCaseView } from './a-case-view';

const view = aCaseView();
const parts = deskParts(view);

describe('going on with one key', () => {
  it('shows every paper of every part once, and ends when all is looked at and decided', () => {
    const looked = new Set<string>();
    const decided = new Set<string>();
    let at: Place | null = { partIndex: 0, paperIndex: 0 };
    let keys = 0;
    while (at && keys < 100) {
      const part = parts[at.partIndex];
      const paper = part?.papers[at.paperIndex];
      if (!part || !paper) throw new Error('nowhere');
      expect(looked.has(paper.key)).toBe(false);
      looked.add(part.own).add(paper.key);
      const isDone = part.papers.every(({ key }) => looked.has(key));
      if (isDone && part.talent) decided.add(part.id);
      at = nextToLook(parts, at, { looked, isDecided: (id) => decided.has(id) });
      keys += 1;
    }
    expect(at).toBeNull();
    expect(looked).toEqual(new Set(parts.flatMap(keysOfPart)));
    expect(keys).toBe(parts.flatMap(({ papers }) => papers).length);
  });

  it('never needs more than six keys for a talent of the sample: one for each further paper, one for the decision', () => {
    for (const { papers } of parts) expect(papers.length).toBeLessThanOrEqual(6);
  });

  it('comes back to a talent that was passed over without a decision', () => {
    const looked = new Set(parts.flatMap(keysOfPart));
    const isDecided = (id: string) => id !== parts[2]?.id;
    expect(nextToLook(parts, { partIndex: 4, paperIndex: 0 }, { looked, isDecided })).toEqual({
      ...{ partIndex: 2, paperIndex: 0 },
    });
  });
});

describe('the evidence of a check', () => {
  it('names the figures that it was found by', () => {
    const [, , second] = deskParts(aCaseView({ idChecks: { 'talent-2': { given: 'X', computed: 'X' } } }));
    const checks = second?.sections.flatMap(({ rows }) => rows.flatMap((row) => row.checks)) ?? [];
    expect(checks.find(({ text }) => text.startsWith('校验码'))?.proof).toBe('校验码应为 X，所填为 X');
    expect(checks.find(({ text }) => text.startsWith('36 个月'))?.proof).toMatch(/^\d{4}年.+至\d{4}年/);
  });

  it('says what the yearly cap leaves of a talent, and needs a person where it cuts', () => {
    const [, , , last] = view.snapshot.talents;
    if (!last) throw new Error('no talent');
    expect(capCheck(last, view).check).toMatchObject({ tone: 'passed', text: '本人 10,000.00 元可全额计入' });
    const short = { ...view, award: { ...view.award, usedFen: 325_000_00 } };
    expect(capCheck(last, short)).toMatchObject({
      value: '剩余 175,000.00 元',
      check: { tone: 'open', text: '本人只能计入 5,000.00 元，超出 5,000.00 元' },
    });
  });
});
