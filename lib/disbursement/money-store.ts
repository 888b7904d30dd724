import 'server-only';
import type { Db } from '@/lib/db/client';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { freeFen } from './rules/batch-totals';
import { movesNothing, takenFen, type MoneyMove } from './rules/money';
import type { BudgetShort } from './rules/refusals';

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

/**
 * Moves money between the columns of a programme year in one conditional statement: never below zero in any column,
 * never above the budget in all. Refuses when the budget has not enough left; throws when money would be moved that
 * is not there, since then the books and the disbursements disagree.
 */
export async function moveMoney(
  db: Db,
  key: ProgrammeYearKey,
  move: MoneyMove,
): Promise<Result<undefined, BudgetShort>> {
  if (movesNothing(move)) return ok();
  const [reserved, inPayment, paid] = [move.reservedFen, move.inPaymentFen, move.paidFen].map(BigInt);
  const count = await db.$executeRaw`
    UPDATE programme_year
       SET reserved_fen = reserved_fen + ${reserved}::bigint, in_payment_fen = in_payment_fen + ${inPayment}::bigint,
           paid_fen = paid_fen + ${paid}::bigint, version = version + 1
     WHERE programme_id = ${key.programmeId}::uuid AND year = ${key.year}
       AND reserved_fen + ${reserved}::bigint >= 0 AND in_payment_fen + ${inPayment}::bigint >= 0 AND paid_fen + ${paid}::bigint >= 0
       AND reserved_fen + in_payment_fen + paid_fen + ${BigInt(takenFen(move))}::bigint <= budget_fen`;
  if (count === 1) return ok();
  const neededFen = takenFen(move);
  if (neededFen > 0)
    return refuse({ code: 'budget-short', neededFen, freeFen: (await budgetOf(db, key))?.freeFen ?? 0 });
  throw new Error(`the money of ${key.programmeId} ${key.year} does not hold ${JSON.stringify(move)}`);
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
