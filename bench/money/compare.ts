import type { DbClient } from '@/lib/db/client';
import { isBankHold } from '@/lib/disbursement/rules/holds';
import { caseOf } from './acts';
import { PLACES, type Books, type Matter } from './books';
import type { Ids } from './ids';

type Year = { budget: number; free: number; reserved: number; inPayment: number; paid: number; returned: number };
type Row = { id: string; status: string; fen: number; hold: string | null; of: string; fallen: number };

/** Where the database and the reference books differ about the money of the year and these matters. */
export async function compare(db: DbClient, ids: Ids, books: Books, matters: readonly Matter[]): Promise<string[]> {
  const found: string[] = [];
  const { year, rows } = await read(
    db,
    matters.map(({ id }) => ids.matters[id] ?? ''),
  );
  if (year.budget !== books.budget) found.push(`budget: ${year.budget} in the database, ${books.budget}`);
  for (const place of PLACES) {
    if (year[place] !== books.sums[place]) found.push(`${place}: ${year[place]} in the database, ${books.sums[place]}`);
  }
  const of = new Map(rows.map((row) => [row.id, row]));
  for (const matter of matters) {
    const row = of.get(ids.matters[matter.id] ?? '');
    const theirs = [row?.status, row?.fen, holdOf(row?.hold ?? null), row?.of, row?.fallen].join();
    const fallen = matter.parts.filter(({ state }) => state === 'FALLEN').length;
    const ours = [matter.status, matter.fen, matter.hold, caseOf(books, matter).status, fallen].join();
    if (theirs !== ours) found.push(`matter ${matter.id}: ${theirs} in the database, ${ours}`);
  }
  return found;
}

function holdOf(reason: string | null): Matter['hold'] {
  if (reason === null) return null;
  return isBankHold(reason) ? 'bank' : 'people';
}

/** In one statement, since it is read after every act. */
async function read(db: DbClient, ids: readonly string[]): Promise<{ year: Year; rows: Row[] }> {
  const [found] = await db.$queryRaw<{ year: Year; rows: Row[] | null }[]>`
    SELECT json_build_object('budget', budget_fen, 'reserved', reserved_fen, 'inPayment', in_payment_fen, 'paid', paid_fen,
             'returned', returned_fen, 'free', budget_fen - reserved_fen - in_payment_fen - paid_fen - returned_fen) AS year,
           (SELECT json_agg(json_build_object('id', d.id, 'status', d.status, 'fen', d.amount_fen, 'hold', d.hold_reason,
              'of', a.status, 'fallen', (SELECT count(*) FROM disbursement_line l
                                          WHERE l.disbursement_id = d.id AND l.state = 'FALLEN_AWAY')))
              FROM disbursement d JOIN application a ON a.id = d.application_id WHERE d.id = ANY(${[...ids]}::uuid[])) AS rows
      FROM programme_year`;
  if (!found) throw new Error('there is no programme year');
  return { year: found.year, rows: found.rows ?? [] };
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
