import { ENDS, payable } from './acts';
import type { Books, Case, Matter } from './books';

const canBatch = (one: Case, inDraft: number | null) =>
  one.status === 'CLEARED' && payable(one) > 0 && (one.draftBatch === null || one.draftBatch === inDraft);

export function makeBatch(books: Books, ids: number[]): boolean {
  const cases = ids.map((id) => books.cases[id] as Case);
  const total = cases.reduce((sum, one) => sum + payable(one), 0);
  if (cases.length === 0 || !cases.every((one) => canBatch(one, null)) || total > books.sums.free) return false;
  const id = books.batches.length;
  const members = cases.map((one) => ({ caseId: one.id, fen: payable(one) }));
  books.add(books.batches, { id, status: 'DRAFT', members, matters: [] });
  for (const one of cases) books.set(one, 'draftBatch', id);
  return true;
}

export function onBatch(books: Books, kind: 'releaseBatch' | 'discardBatch' | 'closeBatch', id: number): boolean {
  const batch = books.batches[id];
  if (!batch) return false;
  if (kind === 'closeBatch') return closeBatch(books, id);
  if (batch.status !== 'DRAFT') return false;
  const cases = batch.members.map(({ caseId }) => books.cases[caseId] as Case);
  if (kind === 'discardBatch') {
    books.set(batch, 'status', 'DISCARDED');
    for (const one of cases) books.set(one, 'draftBatch', null);
    return true;
  }
  const isSame = batch.members.every(({ caseId, fen }) => payable(books.cases[caseId] as Case) === fen);
  const total = batch.members.reduce((sum, { fen }) => sum + fen, 0);
  if (!isSame || !cases.every((one) => canBatch(one, id)) || total > books.sums.free) return false;
  books.set(batch, 'status', 'RELEASED');
  for (const one of cases) open(books, one, id);
  return true;
}

function open(books: Books, of: Case, batchId: number): void {
  const parts = of.talents
    .filter(({ fen, fallen }) => fen > 0 && !fallen)
    .map(({ person, fen }) => ({ person, fen, state: 'KEPT' as const, decided: false, proofDay: null }));
  const fen = payable(of);
  const matter = books.add(books.matters, {
    ...{ id: books.matters.length, caseId: of.id, batchId, status: 'AWAITING_PROOF', fen, parts },
    ...{
      hold: null,
      heldDay: 0,
      pauses: [],
      openedDay: books.day,
      actDay: books.day,
      remindedDay: null,
      cause: null,
      receipt: 0,
      contact: 0,
      orders: [],
      items: [],
    },
    ledger: { free: 0, reserved: 0, inPayment: 0, paid: 0, returned: 0 },
  });
  books.add((books.batches[batchId] as { matters: number[] }).matters, matter.id);
  books.add(of.matters, matter.id);
  books.set(of, 'status', 'DISBURSING');
  books.set(of, 'draftBatch', null);
  books.move(matter, 'free', 'reserved', fen);
}

function closeBatch(books: Books, id: number): boolean {
  const batch = books.batches[id];
  if (batch?.status !== 'RELEASED') return false;
  if (batch.matters.some((one) => !ENDS.includes((books.matters[one] as Matter).status))) return false;
  for (const matterId of batch.matters) {
    for (const orderId of (books.matters[matterId] as Matter).orders) {
      const file = books.files[books.orders[orderId]?.fileId ?? -1];
      if (file?.items.some((item) => !books.items[item]?.closed)) return false;
    }
  }
  books.set(batch, 'status', 'CLOSED');
  return true;
}
