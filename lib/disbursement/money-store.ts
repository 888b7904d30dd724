import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { sumFen, type Fen } from '@/lib/kernel/fen';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { freeFen } from './rules/batch-totals';
import { sidesOf, takenFen, type MoneyMove } from './rules/money';
import type { BudgetShort, GrantGone } from './rules/refusals';

export type ProgrammeYearKey = { readonly programmeId: string; readonly year: number };

/** What stands behind a disbursement's status: its amount, its case, and the year whose money it is. */
export async function standingOf(db: Db, id: string) {
  const row = await db.disbursement.findUniqueOrThrow({
    where: { id },
    select: {
      amountFen: true,
      enterpriseId: true,
      application: { select: { id: true, status: true, version: true, programmeId: true, programmeYear: true } },
    },
  });
  const { programmeId, programmeYear, ...standing } = row.application;
  return {
    amountFen: Number(row.amountFen),
    enterpriseId: row.enterpriseId,
    case: standing,
    key: { programmeId, year: programmeYear },
  };
}

/** One movement of one disbursement's money, with the event that it belongs to. */
export type Posting = { readonly disbursementId: string; readonly event: string; readonly move: MoneyMove };

const PLACE = {
  free: 'FREE',
  reserved: 'RESERVED',
  inPayment: 'IN_PAYMENT',
  paid: 'PAID',
  returned: 'RETURNED',
} as const;

/**
 * Posts movements of money as rows of the ledger, each balanced in itself; the columns of the year follow by trigger.
 * Refuses when the budget has not enough left. The database refuses by itself what would leave a place below nought, or
 * a disbursement elsewhere than its status says.
 */
export async function postMoney(
  db: Db,
  { programmeId, year }: ProgrammeYearKey,
  at: Date,
  postings: readonly Posting[],
): Promise<Result<undefined, BudgetShort>> {
  const rows = postings.flatMap(({ disbursementId, event, move }) => {
    const postingId = newId();
    return sidesOf(move).map(({ place, amountFen }) => ({
      ...{ programmeId, year },
      ...{ postingId, disbursementId, event, at },
      ...{ place: PLACE[place], amountFen: BigInt(amountFen) },
    }));
  });
  if (rows.length === 0) return ok();
  const neededFen = sumFen(postings.map(({ move }) => takenFen(move)));
  const free = await lockFree(db, { programmeId, year });
  if (neededFen > 0 && neededFen > free) return refuse({ code: 'budget-short', neededFen, freeFen: free });
  await db.ledgerEntry.createMany({ data: rows });
  return ok();
}

/** What is free in a year, its row held until the end of the transaction. */
async function lockFree(db: Db, { programmeId, year }: ProgrammeYearKey): Promise<Fen> {
  const [row] = await db.$queryRaw<{ free: bigint }[]>`
    SELECT budget_fen - reserved_fen - in_payment_fen - paid_fen - returned_fen AS free
      FROM programme_year WHERE programme_id = ${programmeId}::uuid AND year = ${year} FOR UPDATE`;
  return Number(row?.free ?? 0);
}

/** The columns of a year in whole fen; null where the programme has no such year. */
export async function budgetOf(db: Db, { programmeId, year }: ProgrammeYearKey) {
  const row = await db.programmeYear.findUnique({ where: { programmeId_year: { programmeId, year } } });
  if (!row) return null;
  const columns = {
    budgetFen: Number(row.budgetFen),
    reservedFen: Number(row.reservedFen),
    inPaymentFen: Number(row.inPaymentFen),
    paidFen: Number(row.paidFen),
    returnedFen: Number(row.returnedFen),
  };
  return { ...columns, freeFen: freeFen(columns) };
}

/**
 * Gives back what a case (or one talent of it) was granted and will not be paid: room under the enterprise's yearly cap,
 * and the person may be granted again. A case already decided is not raised by it.
 */
export async function freeGrant(
  db: Db,
  given: ProgrammeYearKey & {
    readonly enterpriseId: string;
    readonly applicationId: string;
    readonly talentId?: string;
    readonly amountFen: number;
  },
): Promise<void> {
  const { programmeId, year, enterpriseId, applicationId, talentId, amountFen } = given;
  await db.enterpriseYear.updateMany({
    where: { enterpriseId, programmeId, year, grantedFen: { gte: amountFen } },
    data: { grantedFen: { decrement: amountFen } },
  });
  await db.grantedPerson.deleteMany({ where: { programmeId, applicationId, ...(talentId ? { talentId } : {}) } });
}

/** Takes again what `freeGrant` gave back, for a disbursement that is revived: room under the cap, and each person. */
export async function takeGrant(
  db: Db,
  given: ProgrammeYearKey & {
    readonly disbursementId: string;
    readonly enterpriseId: string;
    readonly applicationId: string;
    readonly amountFen: number;
    readonly at: Date;
  },
): Promise<Result<undefined, GrantGone>> {
  const { programmeId, year, enterpriseId, applicationId, disbursementId, amountFen, at } = given;
  const room = await db.$executeRaw`
    UPDATE enterprise_year SET granted_fen = granted_fen + ${BigInt(amountFen)}::bigint
     WHERE enterprise_id = ${enterpriseId}::uuid AND programme_id = ${programmeId}::uuid AND year = ${year}
       AND granted_fen + ${BigInt(amountFen)}::bigint <= cap_fen`;
  if (room === 0) return refuse({ code: 'grant-gone', why: 'cap' });
  const lines = await db.disbursementLine.findMany({
    where: { disbursementId, state: { not: 'FALLEN_AWAY' } },
    select: { talentId: true, person: true },
  });
  const rows = lines.flatMap(({ talentId, person }) =>
    person === null ? [] : [{ programmeId, person, applicationId, talentId, at }],
  );
  const { count } = await db.grantedPerson.createMany({ data: rows, skipDuplicates: true });
  return count === lines.length ? ok() : refuse({ code: 'grant-gone', why: 'person' });
}
