import { BEFORE_REVIEW, ENDS, type Act, type MatterAct, type Said } from './acts';
import type { Books, Status } from './books';
import type { Random } from './random';

/** How often each act is tried, and the status in which it mostly finds its matter. */
const WEIGHTS: readonly (readonly [Act['kind'], number])[] = [
  ['approve', 8],
  ['makeBatch', 5],
  ['releaseBatch', 6],
  ['discardBatch', 0.5],
  ['closeBatch', 3],
  ['leaveBatch', 1],
  ['prove', 12],
  ['declareLeft', 2],
  ['decideLeft', 3],
  ['confirm', 9],
  ['adjust', 1],
  ['print', 9],
  ['submit', 8],
  ['accept', 8],
  ['returnReceipt', 1],
  ['returnProof', 0.7],
  ['reopen', 0.7],
  ['makeFile', 5],
  ['discardFile', 0.7],
  ['confirmFile', 6],
  ['stateNeverSent', 0.7],
  ['withdrawFile', 1],
  ['result', 9],
  ['explain', 5],
  ['agree', 5],
  ['retry', 2],
  ['mend', 2],
  ['hold', 1],
  ['lift', 3],
  ['revive', 1],
  ['stop', 2],
  ['budget', 0.5],
  ['clock', 0.6],
  ['lapse', 0.3],
];
const TOTAL = WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);

const FITTING: Readonly<Record<MatterAct, readonly Status[]>> = {
  leaveBatch: BEFORE_REVIEW,
  prove: ['AWAITING_PROOF'],
  confirm: ['AWAITING_CONFIRMATION'],
  adjust: ['AWAITING_PRINT', 'AWAITING_RECEIPT'],
  print: ['AWAITING_PRINT'],
  submit: ['AWAITING_RECEIPT'],
  accept: ['RECEIPT_REVIEW'],
  returnReceipt: ['RECEIPT_REVIEW'],
  returnProof: ['RECEIPT_REVIEW'],
  reopen: ['PAYABLE'],
  retry: ['PAYMENT_FAILED'],
  mend: ['PAYMENT_FAILED'],
  hold: ['PAYABLE', 'PAYING', 'AWAITING_PROOF'],
  lift: ['PAYABLE', 'PAYING', 'PAYMENT_FAILED', 'AWAITING_PROOF', 'PAID'],
  revive: ['LAPSED'],
};

/** How far back an act looks: older things are mostly over. */
const RECENT = 300;
const TRIES = 12;
/** One in so many acts is tried where it does not fit. */
const STRAY = 0.1;

/** The next act, chosen by chance among those that mostly can be done now. */
export function chooseAct(books: Books, random: Random, people: number): Act {
  for (let tries = 0; tries < 40; tries += 1) {
    let at = (random.below(1_000_000_000) / 1_000_000_000) * TOTAL;
    const kind = WEIGHTS.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'clock';
    const act = actOf(books, random, kind, people);
    if (act) return act;
  }
  return { kind: 'clock', days: 1 };
}

function recent<T>(random: Random, from: readonly T[], fits: (one: T) => boolean): T | undefined {
  const span = Math.min(RECENT, from.length);
  const isStray = random.chance(STRAY);
  for (let tries = 0; tries < TRIES && span > 0; tries += 1) {
    const one = from[from.length - 1 - random.below(span)] as T;
    if (isStray || fits(one)) return one;
  }
  return undefined;
}

function several<T>(random: Random, from: readonly T[], most: number, fits: (one: T) => boolean): T[] {
  const chosen = new Set<T>();
  for (let count = 1 + random.below(most); count > 0; count -= 1) {
    const one = recent(random, from, fits);
    if (one !== undefined) chosen.add(one);
  }
  return [...chosen];
}

function actOf(books: Books, random: Random, kind: Act['kind'], people: number): Act | null {
  switch (kind) {
    case 'approve': {
      const persons = new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(people)));
      const talents = [...persons].map((person) => ({ person, fen: 1 + random.below(40_000_00) }));
      return { kind, enterprise: random.below(books.caps.length), talents };
    }
    case 'makeBatch': {
      const cases = several(random, books.cases, 4, (one) => one.status === 'CLEARED' && one.draftBatch === null);
      return cases.length > 0 ? { kind, cases: cases.map(({ id }) => id) } : null;
    }
    case 'releaseBatch':
    case 'discardBatch':
    case 'closeBatch': {
      const wanted = kind === 'closeBatch' ? 'RELEASED' : 'DRAFT';
      const batch = recent(random, books.batches, ({ status }) => status === wanted);
      return batch ? { kind, batch: batch.id } : null;
    }
    case 'declareLeft':
    case 'decideLeft':
      return partAct(books, random, kind);
    case 'makeFile': {
      const matters = several(random, books.matters, 4, ({ status, hold }) => status === 'PAYABLE' && hold === null);
      return matters.length > 0 ? { kind, matters: matters.map(({ id }) => id) } : null;
    }
    case 'discardFile':
    case 'confirmFile':
    case 'stateNeverSent':
    case 'withdrawFile': {
      const wanted = kind === 'discardFile' || kind === 'confirmFile' ? 'DRAFT' : 'CONFIRMED';
      const fits = kind === 'withdrawFile' ? (one: { neverSent: boolean }) => one.neverSent : () => true;
      const file = recent(random, books.files, (one) => one.status === wanted && fits(one));
      return file ? { kind, file: file.id } : null;
    }
    case 'result':
      return resultAct(books, random);
    case 'explain':
    case 'agree': {
      const isNew = kind === 'explain';
      const item = recent(random, books.items, (one) => !one.closed && (one.verdict === null) === isNew);
      if (!item) return null;
      return kind === 'explain'
        ? { kind, item: item.id, verdict: random.chance(0.5) ? 'AS_BANK_SAYS' : 'AS_BOOKED' }
        : { kind, item: item.id, agrees: random.chance(0.9) };
    }
    case 'stop': {
      const one = recent(random, books.cases, ({ status }) => status !== 'CLOSED_UNPAID');
      return one
        ? { kind, case: one.id, persons: one.talents.map(({ person }) => person).filter(() => random.chance(0.5)) }
        : null;
    }
    case 'budget':
      return { kind, fen: Math.max(0, books.budget + random.below(2_000_000_00) - 1_000_000_00) };
    case 'clock':
      return { kind, days: random.below(4) };
    case 'lapse':
      return { kind };
    default: {
      const fits = FITTING[kind];
      const isLift = kind === 'lift';
      const matter = recent(
        random,
        books.matters,
        (one) => fits.includes(one.status) && (!isLift || one.hold !== null),
      );
      return matter ? { kind, matter: matter.id } : null;
    }
  }
}

function partAct(books: Books, random: Random, kind: 'declareLeft' | 'decideLeft'): Act | null {
  const wanted = kind === 'declareLeft' ? 'KEPT' : 'LEFT';
  const matter = recent(random, books.matters, ({ status, parts }) =>
    kind === 'declareLeft' ? !ENDS.includes(status) : parts.some(({ state }) => state === 'LEFT'),
  );
  if (!matter) return null;
  const fitting = matter.parts.findIndex(({ state }) => state === wanted);
  const part = fitting >= 0 ? fitting : random.below(matter.parts.length);
  return kind === 'declareLeft'
    ? { kind, matter: matter.id, part }
    : { kind, matter: matter.id, part, falls: random.chance(0.5) };
}

/** What the bank writes about a file: mostly the truth once; else late, doubled, cut, changed, contradictory, of another file. */
function resultAct(books: Books, random: Random): Act | null {
  const file = recent(random, books.files, ({ status }) => status === 'CONFIRMED');
  if (!file) return null;
  const said: Said[] = [];
  for (const order of file.orders) {
    if (random.chance(0.15)) continue;
    said.push(lineOf(random, order));
    if (random.chance(0.1)) said.push({ ...(said.at(-1) as Said) });
    if (random.chance(0.07)) said.push(lineOf(random, order));
  }
  if (random.chance(0.08) && books.orders.length > 0) said.push(lineOf(random, random.below(books.orders.length)));
  if (random.chance(0.05)) said.push(lineOf(random, 1_000_000_000));
  return { kind: 'result', file: file.id, said: said.sort(() => random.below(3) - 1) };
}

const CODES = ['AC04', 'TM01', 'MS03'] as const;

function lineOf(random: Random, order: number): Said {
  const outcome = random.chance(0.75) ? 'PAID' : random.chance(0.5) ? 'FAILED' : 'RETURNED';
  return {
    order,
    fenOff: random.chance(0.04) ? 1 : 0,
    tailOff: random.chance(0.03),
    outcome,
    reference: outcome === 'PAID' ? (random.pick(['B1', 'B2']) ?? 'B1') : '',
    code: outcome === 'PAID' ? '' : (random.pick(CODES) ?? 'MS03'),
  };
}
