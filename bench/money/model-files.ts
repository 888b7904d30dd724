import { dangersOf, liftHold, liveOrder, moveOn, wordOf, settle, type Act } from './acts';
import type { Books, Matter, Order } from './books';
import { reopen } from './bank-model';
import { carryOutStops } from './model-stop';

export function makeFile(books: Books, ids: number[]): boolean {
  const matters = ids.map((id) => books.matters[id] as Matter);
  const can = (one: Matter) => one.status === 'PAYABLE' && !one.hold && !liveOrder(books, one.id);
  if (matters.length === 0 || !matters.every(can)) return false;
  const id = books.files.length;
  const file = books.add(books.files, { id, status: 'DRAFT', orders: [], results: [], neverSent: false, items: [] });
  for (const { id: matterId, fen, receipt } of matters) {
    const order = { id: books.orders.length, fileId: id, matterId, fen, receipt };
    books.add(books.orders, { ...order, status: 'PENDING', reference: '' });
    books.add(file.orders, order.id);
    books.add((books.matters[matterId] as Matter).orders, order.id);
  }
  return true;
}

export function onFile(
  books: Books,
  kind: 'discardFile' | 'confirmFile' | 'stateNeverSent' | 'withdrawFile',
  id: number,
): boolean {
  const file = books.files[id];
  if (!file) return false;
  const orders = file.orders.map((one) => books.orders[one]).filter((one) => one !== undefined);
  if (kind === 'confirmFile') {
    const stands = orders.every((order) => {
      const matter = books.matters[order.matterId] as Matter;
      return (
        matter.status === 'PAYABLE' && !matter.hold && matter.fen === order.fen && matter.receipt === order.receipt
      );
    });
    if (file.status !== 'DRAFT' || !stands) return false;
    books.set(file, 'status', 'CONFIRMED');
    for (const { matterId } of orders) moveOn(books, books.matters[matterId] as Matter, 'PAYING');
    return true;
  }
  if (kind === 'discardFile') {
    if (file.status !== 'DRAFT') return false;
  } else {
    if (file.status !== 'CONFIRMED' || file.results.length > 0 || orders.some((one) => isNamed(books, one)))
      return false;
    if (kind === 'stateNeverSent') {
      books.set(file, 'neverSent', true);
      return true;
    }
    if (!file.neverSent) return false;
    for (const { matterId } of orders) moveOn(books, books.matters[matterId] as Matter, 'PAYABLE');
  }
  books.set(file, 'status', 'WITHDRAWN');
  for (const order of orders) books.set(order, 'status', 'WITHDRAWN');
  if (kind !== 'withdrawFile') return true;
  const matters = orders.map(({ matterId }) => books.matters[matterId] as Matter);
  for (const one of matters) reopen(books, one, null);
  for (const one of matters) carryOutStops(books, one);
  return true;
}

/** Whether any result speaks of the order: then the bank had it. */
const isNamed = (books: Books, { id, matterId }: Order) =>
  (books.matters[matterId] as Matter).items.some((item) => books.items[item]?.orderId === id);

export function onItem(books: Books, act: Extract<Act, { kind: 'explain' | 'agree' }>): boolean {
  const item = books.items[act.item];
  if (!item || item.closed) return false;
  if (act.kind === 'explain') {
    if (act.verdict === 'AS_BANK_SAYS' && !wordOf(books, item)) return false;
    books.set(item, 'verdict', act.verdict);
    if (!item.dangerous) books.set(item, 'closed', true);
    return true;
  }
  if (item.verdict === null) return false;
  if (!act.agrees) {
    books.set(item, 'verdict', null);
    return true;
  }
  books.set(item, 'closed', true);
  const matter = item.matterId === null ? undefined : books.matters[item.matterId];
  if (!matter) return true;
  if (item.verdict === 'AS_BANK_SAYS') {
    const order = item.orderId === null ? undefined : books.orders[item.orderId];
    if (!wordOf(books, item) || !order) return false;
    settle(books, order, item);
    if (item.outcome === 'PAID') keepDeclared(books, matter);
    else reopen(books, matter, null);
  }
  if (dangersOf(books, matter.id) === 0 && matter.hold === 'bank') {
    liftHold(books, matter);
  }
  carryOutStops(books, matter);
  return true;
}

/** Whether the bank ever had this order; a draft that was thrown away it never saw. */
export function isSent(books: Books, orderId: number): boolean {
  const file = books.files[books.orders[orderId]?.fileId ?? -1];
  return file !== undefined && (file.status === 'WITHDRAWN' ? file.neverSent : file.status !== 'DRAFT');
}

/** Whoever was declared to have left has been paid: there is nothing to decide any more. */
function keepDeclared(books: Books, matter: Matter): void {
  for (const part of matter.parts) {
    if (part.state !== 'LEFT') continue;
    books.set(part, 'state', 'KEPT');
    books.set(part, 'decided', true);
  }
}
