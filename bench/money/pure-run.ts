import { chooseAct } from './choose';
import { checkAll, checkTouched } from './checks';
import { Books } from './books';
import { perform } from './model';
import { randomOf } from './random';

export type Tally = {
  readonly acts: number;
  done: number;
  refused: number;
  duplicates: number;
  crashes: number;
  wholeChecks: number;
  readonly violations: string[];
};

export const BUDGET = 60_000_000_00;
export const ENTERPRISES = 12;
export const CAP = 6_000_000_00;
const WHOLE_EVERY = 1_000;
const VIOLATIONS_SHOWN = 20;

export const emptyTally = (acts: number): Tally => ({
  acts,
  ...{ done: 0, refused: 0, duplicates: 0, crashes: 0, wholeChecks: 0 },
  violations: [],
});

export const emptyBooks = () =>
  new Books(
    BUDGET,
    Array.from({ length: ENTERPRISES }, () => CAP),
  );

/** Random acts on the reference books alone, with duplicates and with crashes between any two writes. */
export function runPure(acts: number, seed: number): Tally {
  const random = randomOf(seed);
  const tally = emptyTally(acts);
  let books = emptyBooks();
  for (let count = 1; count <= acts; count += 1) {
    // A programme year comes to its end and another begins, so that the books do not grow without end.
    if (count % 50_000 === 0) {
      tally.violations.push(...checkAll(books));
      books = emptyBooks();
    }
    const act = chooseAct(books, random, 4_000);
    if (random.chance(0.1) && perform(books, act, 1 + random.below(12)) === null) {
      tally.crashes += 1;
      tally.violations.push(...checkTouched(books));
    }
    const done = perform(books, act);
    if (done) tally.done += 1;
    else tally.refused += 1;
    tally.violations.push(...checkTouched(books));
    if (random.chance(0.1)) {
      perform(books, act);
      tally.duplicates += 1;
      tally.violations.push(...checkTouched(books));
    }
    if (count % WHOLE_EVERY === 0) {
      tally.wholeChecks += 1;
      tally.violations.push(...checkAll(books));
    }
    if (tally.violations.length > VIOLATIONS_SHOWN) break;
  }
  tally.violations.push(...checkAll(books));
  return tally;
}
