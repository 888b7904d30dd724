/** The reference books: whole fen, no line shared with the product. Every write can be undone, and can be made to crash. */

export type Place = 'free' | 'reserved' | 'inPayment' | 'paid' | 'returned';
export type Status =
  | 'AWAITING_PROOF'
  | 'AWAITING_CONFIRMATION'
  | 'AWAITING_PRINT'
  | 'AWAITING_RECEIPT'
  | 'RECEIPT_REVIEW'
  | 'PAYABLE'
  | 'PAYING'
  | 'PAID'
  | 'PAYMENT_FAILED'
  | 'CANCELLED'
  | 'LAPSED'
  | 'FALLEN_AWAY';

export type Part = {
  person: number;
  fen: number;
  state: 'KEPT' | 'LEFT' | 'FALLEN';
  decided: boolean;
  proofDay: number | null;
};
export type Matter = {
  id: number;
  caseId: number;
  batchId: number;
  status: Status;
  fen: number;
  parts: Part[];
  /** Who stopped it: people, or a bank's result. */
  hold: 'people' | 'bank' | null;
  heldDay: number;
  /** Holds that are over, by day; meanwhile its days stood still. */
  pauses: { from: number; to: number }[];
  openedDay: number;
  actDay: number;
  /** When the third reminder was written. */
  remindedDay: number | null;
  cause: 'account' | 'bank' | null;
  receipt: number;
  contact: number;
  orders: number[];
  items: number[];
  ledger: Record<Place, number>;
};
export type Case = {
  id: number;
  enterprise: number;
  status: 'CLEARED' | 'DISBURSING' | 'COMPLETED' | 'CLOSED_UNPAID';
  talents: { person: number; fen: number; fallen: boolean }[];
  matters: number[];
  /** Persons who were stopped while the money was away. */
  stopped: number[];
  draftBatch: number | null;
};
export type Batch = {
  id: number;
  status: 'DRAFT' | 'RELEASED' | 'CLOSED' | 'DISCARDED';
  members: { caseId: number; fen: number }[];
  matters: number[];
};
export type Order = {
  id: number;
  fileId: number;
  matterId: number;
  fen: number;
  receipt: number;
  status: 'PENDING' | 'PAID' | 'FAILED' | 'WITHDRAWN';
  reference: string;
};
export type File = {
  id: number;
  status: 'DRAFT' | 'CONFIRMED' | 'RECONCILED' | 'WITHDRAWN';
  orders: number[];
  results: string[];
  neverSent: boolean;
  items: number[];
};
export type Item = {
  id: number;
  fileId: number;
  matterId: number | null;
  orderId: number | null;
  dangerous: boolean;
  twice: boolean;
  /** Another amount or account than we ordered. */
  differs: boolean;
  outcome: Outcome;
  reference: string;
  code: string;
  verdict: 'AS_BOOKED' | 'AS_BANK_SAYS' | null;
  closed: boolean;
};
export type Outcome = 'PAID' | 'FAILED' | 'RETURNED';

export class Crash extends Error {}

export const PLACES: readonly Place[] = ['free', 'reserved', 'inPayment', 'paid', 'returned'];

/** Where the money is while a matter stands in a status. */
export function placeOf(status: Status): Place {
  if (status === 'CANCELLED' || status === 'LAPSED' || status === 'FALLEN_AWAY') return 'free';
  if (status === 'PAYING') return 'inPayment';
  if (status === 'PAID') return 'paid';
  return status === 'PAYMENT_FAILED' ? 'returned' : 'reserved';
}

/** All that the programme, its enterprises, its officers, the bank and the clock know. */
export class Books {
  day = 0;
  budget: number;
  readonly sums: Record<Place, number>;
  readonly caps: number[];
  readonly granted: number[];
  /** Who was granted, and in which case. */
  readonly persons = new Map<number, number>();
  readonly cases: Case[] = [];
  readonly batches: Batch[] = [];
  readonly matters: Matter[] = [];
  readonly files: File[] = [];
  readonly orders: Order[] = [];
  readonly items: Item[] = [];
  /** What the act under way touched, for the checks after it. */
  touched = new Set<Matter>();
  #undo: (() => void)[] = [];
  #crashAt = Infinity;

  constructor(budget: number, caps: readonly number[]) {
    this.budget = budget;
    this.sums = { free: budget, reserved: 0, inPayment: 0, paid: 0, returned: 0 };
    this.caps = [...caps];
    this.granted = caps.map(() => 0);
  }

  /** Does all of `act` or nothing of it: refused acts and crashes leave no trace. Answers null after a crash. */
  atomically(act: () => boolean, crashAt = Infinity): boolean | null {
    this.#undo = [];
    this.touched = new Set();
    this.#crashAt = crashAt;
    try {
      const done = act();
      if (!done) this.#rollBack();
      return done;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.#rollBack();
      return null;
    }
  }

  /** How many writes the act so far made: where it could have crashed. */
  get writes(): number {
    return this.#undo.length;
  }

  set<T extends object, K extends keyof T>(of: T, key: K, value: T[K]): void {
    const before = of[key];
    this.#write(() => void (of[key] = before));
    of[key] = value;
  }

  add<T>(to: T[], one: T): T {
    this.#write(() => void to.pop());
    to.push(one);
    return one;
  }

  grant(person: number, caseId: number | null): void {
    const before = this.persons.get(person);
    this.#write(() => void (before === undefined ? this.persons.delete(person) : this.persons.set(person, before)));
    if (caseId === null) this.persons.delete(person);
    else this.persons.set(person, caseId);
  }

  /** Two sides of one posting, each a write of its own, so that a crash may fall between them. */
  move(matter: Matter, from: Place, to: Place, fen: number): void {
    for (const [place, side] of [
      [from, -fen],
      [to, fen],
    ] as const) {
      this.set(this.sums, place, this.sums[place] + side);
      this.set(matter.ledger, place, matter.ledger[place] + side);
    }
    this.touched.add(matter);
  }

  #write(undo: () => void): void {
    if (this.#undo.length + 1 >= this.#crashAt) throw new Crash();
    this.#undo.push(undo);
  }

  #rollBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
    this.touched = new Set();
  }
}
