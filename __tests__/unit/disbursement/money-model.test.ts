import { describe, expect, it } from '@jest/globals';
import { chooseAct } from '@/bench/money/choose';
import { checkAll } from '@/bench/money/checks';
import { perform } from '@/bench/money/model';
import { emptyBooks, runPure } from '@/bench/money/pure-run';
import { randomOf } from '@/bench/money/random';

/** A twentieth of a short run; `npm run money` is the whole. */
const ACTS = 20_000;

describe('the reference books of money', () => {
  it('add up to the budget after every act, whatever is repeated and wherever it dies', () => {
    const tally = runPure(ACTS, 1);
    expect(tally.violations).toEqual([]);
    expect(tally).toMatchObject({ acts: ACTS, wholeChecks: ACTS / 1_000 });
    expect(Math.min(tally.done, tally.refused, tally.crashes, tally.duplicates)).toBeGreaterThan(100);
  });

  it('tell when a fen is missing, so that nought violations mean something', () => {
    const [books, random] = [emptyBooks(), randomOf(2)];
    for (let count = 0; count < 2_000; count += 1) perform(books, chooseAct(books, random, 4_000));
    expect(checkAll(books)).toEqual([]);
    books.sums.paid -= 1;
    expect(checkAll(books)).toEqual(expect.arrayContaining([expect.stringContaining('the places hold')]));
  });
});
