import { chooseAct } from './choose';
import { checkAll } from './checks';
import type { Act } from './acts';
import type { Books, Matter } from './books';
import { compare, compareAll } from './compare';
import { crashingOver, type Crashing } from './crashes';
import { Ids } from './ids';
import { perform } from './model';
import { setStage, type Stage } from './people';
import { carryOut } from './product';
import { emptyBooks, emptyTally, type Tally } from './pure-run';
import { randomOf, type Random } from './random';

const WHOLE_EVERY = 1_000;
const VIOLATIONS_SHOWN = 10;
const PEOPLE = 4_000;
/** What is carried out in several transactions on purpose, or in none, is not made to crash. */
const NEVER_CRASHED = new Set<Act['kind']>(['lapse', 'clock', 'budget', 'approve']);
/** Said twice it means something else than said once. */
const NEVER_TWICE_AT_ONCE = new Set<Act['kind']>(['adjust', 'lapse', 'clock', 'approve']);

type Run = {
  readonly stage: Stage;
  readonly ids: Ids;
  readonly books: Books;
  readonly crashing: Crashing;
  tally: Tally;
};

/**
 * The same random acts on the product's commands over a real database and on the reference books: after each the two
 * agree about the rows it touched, every 1,000 about the whole. One in ten dies at a random statement and must leave no
 * trace, one in ten is said twice, one after the other or at once.
 */
export async function runProduct(
  connectionString: string,
  acts: number,
  seed: number,
  tell: (done: number, tally: Tally) => void = () => undefined,
): Promise<Tally> {
  const random = randomOf(seed);
  const books = emptyBooks();
  const stage = await setStage(connectionString, books.budget, books.caps);
  const crashing = await crashingOver(stage.world.db, connectionString);
  const run: Run = { stage, ids: new Ids(), books, crashing, tally: emptyTally(acts) };
  const { tally } = run;
  try {
    for (let count = 1; count <= acts && tally.violations.length < VIOLATIONS_SHOWN; count += 1) {
      const act = chooseAct(books, random, PEOPLE);
      const before = tally.violations.length;
      await oneAct(run, random, act);
      if (tally.violations.length > before) tally.violations.push(`act ${count}: ${JSON.stringify(act)}`);
      if (count % WHOLE_EVERY === 0) {
        tally.wholeChecks += 1;
        tally.violations.push(...checkAll(books), ...(await compareAll(stage.world.db, run.ids, books)));
        tell(count, tally);
      }
    }
    tally.violations.push(...checkAll(books), ...(await compareAll(stage.world.db, run.ids, books)));
  } finally {
    await crashing.close();
    await stage.world.close();
  }
  return tally;
}

async function oneAct(run: Run, random: Random, act: Act): Promise<void> {
  const { books, tally } = run;
  if (random.chance(0.1) && !NEVER_CRASHED.has(act.kind) && !(await crash(run, random, act))) return;
  const isTwice = random.chance(0.1);
  const isAtOnce = isTwice && random.chance(0.5) && !NEVER_TWICE_AT_ONCE.has(act.kind);
  const told = isAtOnce
    ? await Promise.all([tellProduct(run, act), tellProduct(run, act)])
    : [await tellProduct(run, act)];
  const done = perform(books, act) === true;
  if (done) tally.done += 1;
  else tally.refused += 1;
  await run.ids.follow(run.stage.world.db, books, act);
  await agree(run, act, done, told);
  if (!isTwice) return;
  tally.duplicates += 1;
  if (isAtOnce) {
    perform(books, act);
    return;
  }
  const again = [await tellProduct(run, act)];
  const second = perform(books, act) === true;
  await run.ids.follow(run.stage.world.db, books, act);
  await agree(run, act, second, again);
}

/** Lets the act die at a random statement. False when it came to its end before that: then it is done. */
async function crash(run: Run, random: Random, act: Act): Promise<boolean> {
  const { books, crashing, tally, stage } = run;
  crashing.arm(2 + random.below(24), random.chance(0.5) ? 'throw' : 'cut');
  let told: boolean | null = null;
  try {
    told = (await carryOut(stage, run.ids, books, act, { day: books.day, db: crashing.db })).ok;
  } catch (error) {
    if (!crashing.hasCrashed) throw error;
  } finally {
    crashing.disarm();
  }
  if (told === null) {
    tally.crashes += 1;
    tally.violations.push(...(await compare(stage.world.db, run.ids, books, mattersOf(books, act))));
    return true;
  }
  const done = perform(books, act) === true;
  await run.ids.follow(stage.world.db, books, act);
  await agree(run, act, done, [told]);
  return false;
}

async function tellProduct({ stage, ids, books }: Run, act: Act): Promise<boolean> {
  const answer = await carryOut(stage, ids, books, act, { day: books.day, db: stage.world.db });
  return answer.ok;
}

async function agree(run: Run, act: Act, done: boolean, told: readonly boolean[]): Promise<void> {
  const { books, tally, stage } = run;
  // The step back to the proofs is kept although the confirmation is refused.
  const isBack = act.kind === 'confirm' && books.matters[act.matter]?.status === 'AWAITING_PROOF';
  const expected = done && !isBack;
  if (told.some((one) => one) !== expected) {
    tally.violations.push(`${act.kind} was ${told.join()} in the product, ${expected} in the books`);
  }
  const matters = new Set([...books.touched, ...mattersOf(books, act)]);
  tally.violations.push(...(await compare(stage.world.db, run.ids, books, [...matters])));
}

function mattersOf(books: Books, act: Act): Matter[] {
  return 'matter' in act ? [books.matters[act.matter] as Matter] : [];
}
