import { putHold, settle, type Said } from './acts';
import { carryOutStops } from './model-stop';
import type { Books, Item, Matter, Order, Outcome } from './books';

type Reason =
  'unknown' | 'differs' | 'withdrawn' | 'other-file' | 'contradictory' | 'doubled' | 'settled' | 'against' | 'twice';

const DANGEROUS: readonly Reason[] = ['withdrawn', 'against', 'twice'];

/** What a result file does to the reference books; the same file a second time does nothing. */
export function takeResult(books: Books, fileId: number, said: Said[]): boolean {
  const file = books.files[fileId];
  if (!file || file.status === 'DRAFT' || said.length === 0) return false;
  const print = JSON.stringify([books.day, said]);
  if (file.results.includes(print)) return true;
  const items: { one: Said; reason: Reason }[] = [];
  const groups = new Map<number, Said[]>();
  for (const one of said) {
    const order = books.orders[one.order];
    const reason = misfit(order, one, fileId);
    if (reason) items.push({ one, reason });
    else groups.set(one.order, [...(groups.get(one.order) ?? []), one]);
  }
  const failed: { order: Order; outcome: Outcome }[] = [];
  for (const [id, group] of groups) {
    const order = books.orders[id] as Order;
    const before = order.status;
    items.push(...judge(books, order, group));
    const [{ outcome } = { outcome: 'PAID' as Outcome }] = group.filter((one) => one.outcome !== 'PAID');
    if (before !== order.status && order.status === 'FAILED') failed.push({ order, outcome });
  }
  books.add(file.results, print);
  for (const { one, reason } of items) addItem(books, fileId, one, reason);
  for (const { order, outcome } of failed)
    reopen(books, books.matters[order.matterId] as Matter, outcome === 'FAILED' ? order : null);
  for (const { order } of failed) carryOutStops(books, books.matters[order.matterId] as Matter);
  const isOpen = file.orders.some((id) => books.orders[id]?.status === 'PENDING');
  if (file.status === 'CONFIRMED' && !isOpen) books.set(file, 'status', 'RECONCILED');
  return true;
}

function misfit(order: Order | undefined, one: Said, fileId: number): Reason | null {
  if (!order) return 'unknown';
  if (one.fenOff !== 0 || one.tailOff) return 'differs';
  if (order.status === 'WITHDRAWN') return 'withdrawn';
  return order.fileId === fileId ? null : 'other-file';
}

function judge(books: Books, order: Order, group: Said[]): { one: Said; reason: Reason }[] {
  const outcomes = new Set(group.map(({ outcome }) => outcome));
  if (outcomes.has('RETURNED')) outcomes.delete('PAID');
  if (outcomes.size !== 1) return group.map((one) => ({ one, reason: 'contradictory' }));
  const [outcome] = outcomes as unknown as [Outcome];
  const told = group.filter((one) => one.outcome === outcome).sort(byContent);
  const against =
    (order.status === 'PAID' && outcome === 'FAILED') || (order.status === 'FAILED' && outcome === 'PAID');
  const works = order.status === 'PENDING' || (order.status === 'PAID' && outcome === 'RETURNED');
  const rest = works ? told.slice(1) : told;
  if (works && told[0]) settle(books, order, told[0]);
  return rest.map((one) => {
    if (against) return { one, reason: 'against' };
    if (outcome === 'PAID' && one.reference !== order.reference) return { one, reason: 'twice' };
    return { one, reason: works ? 'doubled' : 'settled' };
  });
}

function addItem(books: Books, fileId: number, one: Said, reason: Reason): void {
  const order = books.orders[one.order];
  const isDead = order?.status === 'FAILED' || order?.status === 'WITHDRAWN';
  const isAgainst = one.outcome === 'PAID' ? isDead : order?.status === 'PAID';
  const dangerous = DANGEROUS.includes(reason) || isAgainst;
  const item = books.add(books.items, {
    ...{ id: books.items.length, fileId, dangerous, twice: reason === 'twice', differs: reason === 'differs' },
    ...{ matterId: order?.matterId ?? null, orderId: order?.id ?? null },
    ...{ outcome: one.outcome, reference: one.reference, code: one.code, verdict: null, closed: false },
  });
  books.add((books.files[fileId] as { items: number[] }).items, item.id);
  const matter = order && (books.matters[order.matterId] as Matter);
  if (matter) books.add(matter.items, item.id);
  if (dangerous && matter && matter.hold === null) putHold(books, matter, 'bank');
}

/**
 * What was said of a payment earlier speaks against a matter whose money did not stay out: what was harmless while the
 * order was open that has failed now, and what two people closed by the books while there was another payment.
 */
export function reopen(books: Books, matter: Matter, failed: Order | null): void {
  for (const id of matter.items) {
    const item = books.items[id] as Item;
    const wasHarmless = !item.dangerous && item.orderId === failed?.id;
    const wasBooked = item.dangerous && item.closed && item.verdict === 'AS_BOOKED';
    if (item.outcome !== 'PAID' || (!wasHarmless && !wasBooked)) continue;
    books.set(item, 'dangerous', true);
    books.set(item, 'closed', false);
    books.set(item, 'verdict', null);
    if (matter.hold === null) putHold(books, matter, 'bank');
  }
}

function byContent(a: Said, b: Said): number {
  const key = (one: Said) => `${one.reference} ${one.code}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
