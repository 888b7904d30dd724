import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { paginate } from '@/lib/receipt/rules/pagination';

const rows = (count: number) => Array.from({ length: count }, () => 6);
const room = { first: 48, summary: 6, annex: 60 };

describe('sharing talents out to pages', () => {
  it('keeps all on the first page as long as they fit', () => {
    expect(paginate(rows(8), room)).toEqual([{ from: 0, to: 8 }]);
  });

  it('gives a row of the first page to the summary as soon as one is too many', () => {
    expect(paginate(rows(9), room)).toEqual([
      { from: 0, to: 7 },
      { from: 7, to: 9 },
    ]);
  });

  it('goes on over as many annex pages as it takes', () => {
    expect(paginate(rows(30), room).map(({ from, to }) => to - from)).toEqual([7, 10, 10, 3]);
  });

  it('puts none on the first page when the first is too tall for it', () => {
    expect(paginate([50, 6], room)).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 2 },
    ]);
  });

  it('leaves nobody out, prints nobody twice and overfills no page', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(heights, (each) => {
        const pages = paginate(each, room);
        expect(pages.flatMap(({ from, to }) => each.slice(from, to))).toEqual(each);
        pages.slice(1).forEach(({ from, to }) => {
          expect(to).toBeGreaterThan(from);
          expect(each.slice(from, to).reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(room.annex);
        });
      }),
    );
  });
});
