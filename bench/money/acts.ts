import { placeOf, type Books, type Case, type Item, type Matter, type Order, type Outcome, type Status } from './books';

export type Said = {
  order: number;
  fenOff: number;
  tailOff: boolean;
  outcome: Outcome;
  reference: string;
  code: string;
};

/** One act of somebody: people, the bank, the clock. Named by the ids of the reference books. */
export type Act =
  | { kind: 'approve'; enterprise: number; talents: { person: number; fen: number }[] }
  | { kind: 'makeBatch'; cases: number[] }
  | { kind: 'releaseBatch' | 'discardBatch' | 'closeBatch'; batch: number }
  | { kind: 'declareLeft'; matter: number; part: number }
  | { kind: 'decideLeft'; matter: number; part: number; falls: boolean }
  | { kind: MatterAct; matter: number }
  | { kind: 'stop'; case: number; persons: number[] }
  | { kind: 'makeFile'; matters: number[] }
  | { kind: 'discardFile' | 'confirmFile' | 'stateNeverSent' | 'withdrawFile'; file: number }
  | { kind: 'result'; file: number; said: Said[] }
  | { kind: 'explain'; item: number; verdict: 'AS_BOOKED' | 'AS_BANK_SAYS' }
  | { kind: 'agree'; item: number; agrees: boolean }
  | { kind: 'budget'; fen: number }
  | { kind: 'clock'; days: number }
  | { kind: 'lapse' };

export type MatterAct =
  | 'leaveBatch'
  | 'prove'
  | 'confirm'
  | 'adjust'
  | 'print'
  | 'submit'
  | 'accept'
  | 'returnReceipt'
  | 'returnProof'
  | 'reopen'
  | 'retry'
  | 'mend'
  | 'hold'
  | 'lift'
  | 'revive';

export const PROOF_DAYS = 30;
const LAST_REMINDER = 60;
const LAPSE_DAYS = 90;

export const BEFORE_REVIEW: readonly Status[] = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
];
export const ENDS: readonly Status[] = ['PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'];

export const caseOf = (books: Books, matter: Matter) => books.cases[matter.caseId] as Case;

export const payable = (one: Case) => one.talents.reduce((sum, { fen, fallen }) => sum + (fallen ? 0 : fen), 0);

export function liveOrder(books: Books, matterId: number): Order | undefined {
  const orders = books.matters[matterId]?.orders.map((id) => books.orders[id]) ?? [];
  return orders.find((order) => order?.status === 'PENDING' || order?.status === 'PAID');
}

/** Moves a matter on, and its money and its case with it. */
export function moveOn(books: Books, matter: Matter, to: Status, fen = matter.fen): void {
  const [from, place] = [placeOf(matter.status), placeOf(to)];
  if (from !== place) {
    if (from === 'free') books.move(matter, 'free', place, matter.fen);
    else if (place === 'free') books.move(matter, from, 'free', matter.fen);
    else books.move(matter, from, place, matter.fen);
  }
  if (fen !== matter.fen) books.move(matter, place, 'free', matter.fen - fen);
  books.set(matter, 'status', to);
  books.set(matter, 'fen', fen);
  books.set(matter, 'actDay', books.day);
  books.touched.add(matter);
}

/** Gives back what a case, or one talent of it, was granted. */
export function free(books: Books, of: Case, fen: number, person?: number): void {
  books.set(books.granted, of.enterprise, (books.granted[of.enterprise] ?? 0) - fen);
  const persons = person === undefined ? of.talents.map((one) => one.person) : [person];
  for (const one of persons) if (books.persons.get(one) === of.id) books.grant(one, null);
}

export function endUnpaid(books: Books, matter: Matter, to: 'LAPSED' | 'FALLEN_AWAY'): void {
  const of = caseOf(books, matter);
  free(books, of, matter.fen);
  books.set(of, 'status', 'CLOSED_UNPAID');
  moveOn(books, matter, to);
}

/** Whether nothing more is wanted of the enterprise about the talents. */
export function proofsComplete(books: Books, matter: Matter): boolean {
  let ready = 0;
  for (const { state, decided, proofDay } of matter.parts) {
    if (state === 'FALLEN') continue;
    const isReady = state === 'KEPT' && (decided || (proofDay !== null && books.day - proofDay <= PROOF_DAYS));
    if (!isReady) return false;
    ready += 1;
  }
  return ready > 0;
}

export function moveOnWhenComplete(books: Books, matter: Matter): void {
  if (matter.status === 'AWAITING_PROOF' && proofsComplete(books, matter))
    moveOn(books, matter, 'AWAITING_CONFIRMATION');
}

export function fall(books: Books, matter: Matter, part: number): void {
  const one = matter.parts[part];
  if (!one) return;
  books.set(one, 'state', 'FALLEN');
  const talent = caseOf(books, matter).talents.find(({ person }) => person === one.person);
  if (talent) books.set(talent, 'fallen', true);
}

export function putHold(books: Books, matter: Matter, by: NonNullable<Matter['hold']>): void {
  books.set(matter, 'hold', by);
  books.set(matter, 'heldDay', books.day);
}

export function liftHold(books: Books, matter: Matter): void {
  books.set(matter, 'hold', null);
  books.add(matter.pauses, { from: matter.heldDay, to: books.day });
}

const lostDays = ({ pauses }: Matter, since: number) =>
  pauses.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(since, from)), 0);

const waits = ({ status, cause, hold, parts }: Matter) =>
  (BEFORE_REVIEW.includes(status) || (status === 'PAYMENT_FAILED' && cause === 'account')) &&
  hold === null &&
  parts.every(({ state }) => state !== 'LEFT');

/** Writes the third reminder where it is due. */
export function remind(books: Books, matter: Matter): void {
  const { openedDay, actDay, remindedDay } = matter;
  if (!waits(matter) || remindedDay !== null || actDay >= books.day) return;
  if (openedDay + LAST_REMINDER + lostDays(matter, openedDay) <= books.day) books.set(matter, 'remindedDay', books.day);
}

export function isIdle(books: Books, matter: Matter): boolean {
  if (!waits(matter) || matter.remindedDay === null) return false;
  const from = Math.max(matter.remindedDay, matter.actDay);
  return from + LAPSE_DAYS + lostDays(matter, from) < books.day;
}

export const dangersOf = (books: Books, matterId: number) =>
  (books.matters[matterId]?.items ?? []).filter((id) => books.items[id]?.dangerous && !books.items[id].closed).length;

/** How the books can follow the bank's word about an item; null where they cannot. */
export function wordOf(books: Books, item: Item): 'PAID' | 'PAYMENT_FAILED' | null {
  const order = item.orderId === null ? undefined : books.orders[item.orderId];
  const matter = item.matterId === null ? undefined : books.matters[item.matterId];
  if (!order || !matter || item.differs || order.fen !== matter.fen) return null;
  if (item.outcome !== 'PAID') return order.status === 'PAID' && matter.status === 'PAID' ? 'PAYMENT_FAILED' : null;
  const isOpen = matter.status !== 'PAYING' && !ENDS.includes(matter.status);
  const isDead = order.status === 'FAILED' || order.status === 'WITHDRAWN';
  return isOpen && isDead && !liveOrder(books, matter.id) ? 'PAID' : null;
}

export const causeOf = (code: string) => (/^(AC|AG|BE|RC)/.test(code) ? 'account' : 'bank');

export function settle(books: Books, order: Order, said: { outcome: Outcome; reference: string; code: string }): void {
  const matter = books.matters[order.matterId] as Matter;
  const isPaid = said.outcome === 'PAID';
  books.set(order, 'status', isPaid ? 'PAID' : 'FAILED');
  if (said.reference) books.set(order, 'reference', said.reference);
  books.set(caseOf(books, matter), 'status', isPaid ? 'COMPLETED' : 'DISBURSING');
  books.set(matter, 'cause', isPaid ? null : causeOf(said.code));
  moveOn(books, matter, isPaid ? 'PAID' : 'PAYMENT_FAILED');
}
