import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { award } from '@/lib/application/rules/award';
import { withoutTalents } from '@/lib/application/rules/stopped';
import { contentHash } from '@/lib/db/content-hash';
import { sumFen } from '@/lib/kernel/fen';
import { firstBroken, type Kept } from '@/lib/notice/rules/snapshot';
import { mentionsObjector } from '@/lib/objection/rules/mentions';
import { recordObjectionSchema } from '@/lib/objection/rules/objection.schema';
import { acceptBy, decideBy } from '@/lib/objection/rules/terms';

const fen = fc.integer({ min: 1, max: 200_000_00 });

describe('an award without the talents who are stopped', () => {
  it('raises nobody, sinks by exactly what was theirs, and never exceeds what a new derivation would give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fen, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 500_000_00 }),
        (talents, capFen) => {
          const inputs = talents.map(([standardFen, supported], index) => ({
            ...{ talentId: `t${index}`, name: '某', categoryLabel: 'B', standardFen, supported },
          }));
          const before = award(inputs, capFen, 0);
          const ids = inputs.filter((_, index) => talents[index]?.[2]).map(({ talentId }) => talentId);
          const after = withoutTalents(before.lines, ids, '异议成立');
          const anew = award(
            inputs.filter(({ talentId }) => !ids.includes(talentId)),
            capFen,
            0,
          );
          after.lines.forEach((line, index) =>
            expect(line.grantedFen).toBeLessThanOrEqual(before.lines[index]?.grantedFen ?? 0),
          );
          expect(after.leftFen).toBe(before.totalFen - sumFen(after.stopped.map(({ amountFen }) => amountFen)));
          expect(after.leftFen).toBe(sumFen(after.lines.map(({ grantedFen }) => grantedFen)));
          expect(after.leftFen).toBeLessThanOrEqual(anew.totalFen);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a text for the enterprise', () => {
  const objector = { name: '欧阳 明', telephone: '0512-66680009', email: 'o@example.com' };
  it.each(['欧阳明说的', '欧 阳　明', '打051266680009', '0512 6668 0009', 'Ｏ@example.com'])(
    '%s tells who objected',
    (text) => expect(mentionsObjector(text, objector)).toBe(true),
  );
  it('that holds only the facts does not', () =>
    expect(mentionsObjector('有人反映第 3 项的人才已于 2026 年 5 月离职', objector)).toBe(false));
});

describe('the days of an objection', () => {
  it('are five to accept and ten to decide unless the programme says otherwise, the day of the act not counted', () => {
    const monday = new Date('2026-11-23T02:00:00Z');
    expect([acceptBy({}, monday), decideBy({}, monday)]).toEqual(['2026-11-30', '2026-12-07']);
    expect(acceptBy({ acceptWorkingDays: 2 }, monday)).toBe('2026-11-25');
  });
});

describe('the chain of snapshots', () => {
  const chain = (): Kept[] => {
    let previous = '';
    return [1, 2, 3].map((sequence) => {
      const content = { lines: [{ place: sequence }] };
      const link = {
        ...{ noticeId: 'n', sequence, kind: 'DAILY' as const, day: '2026-11-24', takenAt: '2026-11-24T00:00:00.000Z' },
        ...{ contentSha256: contentHash(content), previous },
      };
      previous = contentHash(link);
      return { ...link, content, hash: previous };
    });
  };
  it('is whole as it was written', () => expect(firstBroken(chain(), contentHash)).toBeNull());
  it.each([
    ['a changed content', (rows: Kept[]) => rows.map((row, index) => (index === 1 ? { ...row, content: {} } : row)), 2],
    ['a missing row', (rows: Kept[]) => rows.filter((_, index) => index !== 0), 1],
    [
      'a changed day',
      (rows: Kept[]) => rows.map((row, index) => (index === 2 ? { ...row, day: '2026-11-25' } : row)),
      3,
    ],
  ])('tells %s', (_, spoil, at) => expect(firstBroken(spoil(chain()), contentHash)).toBe(at));
});

describe('which line an objection is about', () => {
  const said = { number: 'GS2026001', via: 'LETTER', facts: '事'.repeat(20), name: '郑明义', telephone: '13800000099' };
  it('is never guessed: nothing chosen is not the whole list', () => {
    const placeOf = (place: unknown) => recordObjectionSchema.safeParse({ ...said, place }).data?.place;
    expect(['', undefined, '两', '0', '3'].map(placeOf)).toEqual([undefined, undefined, undefined, 0, 3]);
  });
});
