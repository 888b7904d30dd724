import type { DbClient } from '@/lib/db/client';
import { isBankHold } from '@/lib/disbursement/rules/holds';
import { caseOf } from './acts';
import { PLACES, type Books, type Matter } from './books';
import type { Ids } from './ids';

const ROWS = {
  status: true,
  amountFen: true,
  holdReason: true,
  application: { select: { status: true } },
  lines: { select: { state: true, amountFen: true } },
} as const;

/** Where the database and the reference books differ about the money of the year and these matters. */
export async function compare(db: DbClient, ids: Ids, books: Books, matters: readonly Matter[]): Promise<string[]> {
  const found: string[] = [];
  const year = await db.programmeYear.findFirstOrThrow();
  const { reservedFen, inPaymentFen, paidFen, returnedFen, budgetFen } = year;
  const held = {
    free: Number(budgetFen - reservedFen - inPaymentFen - paidFen - returnedFen),
    ...{ reserved: Number(reservedFen), inPayment: Number(inPaymentFen) },
    ...{ paid: Number(paidFen), returned: Number(returnedFen) },
  };
  if (Number(budgetFen) !== books.budget) found.push(`budget: ${budgetFen} in the database, ${books.budget}`);
  for (const place of PLACES) {
    if (held[place] !== books.sums[place]) found.push(`${place}: ${held[place]} in the database, ${books.sums[place]}`);
  }
  if (matters.length === 0) return found;
  const rows = await db.disbursement.findMany({
    where: { id: { in: matters.map(({ id }) => ids.matters[id] ?? '') } },
    select: { id: true, ...ROWS },
  });
  const of = new Map(rows.map((row) => [row.id, row]));
  for (const matter of matters) {
    const row = of.get(ids.matters[matter.id] ?? '');
    const hold = row?.holdReason ? (isBankHold(row.holdReason) ? 'bank' : row.holdReason.startsWith('异议') ? 'objection' : 'people') : null;
    const theirs = [row?.status, Number(row?.amountFen), hold, row?.application.status].join();
    const ours = [matter.status, matter.fen, matter.hold, caseOf(books, matter).status].join();
    if (theirs !== ours) found.push(`matter ${matter.id}: ${theirs} in the database, ${ours}`);
    const fallen = row?.lines.filter(({ state }) => state === 'FALLEN_AWAY').length;
    if (fallen !== matter.parts.filter(({ state }) => state === 'FALLEN').length) found.push(`parts of ${matter.id}`);
  }
  return found;
}

/** The whole: every matter and order, the ledger by place, grants and caps, and what no constraint could have let in. */
export async function compareAll(db: DbClient, ids: Ids, books: Books): Promise<string[]> {
  const found = await compare(db, ids, books, books.matters);
  const lines = await db.paymentLine.findMany({ select: { lineNumber: true, status: true } });
  const status = new Map(lines.map((line) => [line.lineNumber, line.status as string]));
  for (const order of books.orders) {
    const theirs = status.get(ids.orders[order.id]?.lineNumber ?? '');
    if (theirs !== order.status) found.push(`order ${order.id}: ${theirs} in the database, ${order.status}`);
  }
  if (lines.length !== books.orders.length) found.push(`${lines.length} orders in the database`);
  const places = await db.$queryRaw<{ place: string; fen: bigint }[]>`
    SELECT place::text AS place, sum(amount_fen)::bigint AS fen FROM ledger_entry GROUP BY place`;
  const fen = (place: string) => Number(places.find((row) => row.place === place)?.fen ?? 0);
  const { free, reserved, inPayment, paid, returned } = books.sums;
  const ledger = [fen('BUDGET'), fen('FREE'), fen('RESERVED'), fen('IN_PAYMENT'), fen('PAID'), fen('RETURNED')];
  if (ledger.join() !== [-books.budget, free, reserved, inPayment, paid, returned].join()) {
    found.push(`the ledger holds ${ledger.join()}`);
  }
  const doubled = await db.$queryRaw<{ id: string }[]>`
    SELECT disbursement_id AS id FROM payment_line WHERE status IN ('PENDING', 'PAID') GROUP BY 1 HAVING count(*) > 1`;
  if (doubled.length > 0) found.push(`${doubled.length} disbursements stand in two live lines`);
  const granted = await db.enterpriseYear.findMany({ select: { grantedFen: true } });
  const sum = granted.reduce((total, row) => total + Number(row.grantedFen), 0);
  if (sum !== books.granted.reduce((total, one) => total + one, 0)) found.push(`${sum} is granted in the database`);
  if ((await db.grantedPerson.count()) !== books.persons.size) found.push('other persons are granted in the database');
  const open = await db.unmatchedItem.count({ where: { closedAt: null } });
  if (open !== books.items.filter(({ closed }) => !closed).length) found.push(`${open} unmatched items are open`);
  return found;
}
