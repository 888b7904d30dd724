import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { payeeRisksOf } from '@/lib/disbursement/payee-queries';
import { heldBecause } from '@/lib/disbursement/rules/holds';
import { returnedBefore, usedElsewhere } from '@/lib/receipt/paper-queries';
import type { Prisma } from '@/prisma/generated/client';
import { waitingFor } from './desk-queries';
import { whyOpened } from './rules/clean-receipt';

export type ReceiptSheet = {
  readonly disbursementId: string;
  readonly photographId: string;
  readonly receiptNumber: string;
  readonly version: number;
  readonly enterpriseName: string;
  readonly amountFen: number;
  readonly holder: string;
  /** Masked. */
  readonly account: string;
  readonly submittedAt: Date;
  /** How many checks of the picture were made. */
  readonly checks: number;
  /** Why it has to be opened by itself; empty where it may be accepted in the list. */
  readonly causes: readonly string[];
};

/** What one page shows; the oldest come first, so the rest is reached by working. */
const AT_ONCE = 100;

/** Submitted receipts as sheets to go through, oldest first; which of them may be accepted there is said of each. */
export async function receiptSheets(ctx: Context<StaffActor>, about = ''): Promise<ReceiptSheet[]> {
  authorise(ctx.actor, 'batch.read');
  return sheetsOf(ctx, await waiting(ctx.db, waitingFor(about)));
}

/** The sheet of one photograph while it waits for a word; null when it no longer does. */
export async function receiptSheet(
  ctx: Context<StaffActor>,
  { disbursementId, photographId }: { readonly disbursementId: string; readonly photographId: string },
): Promise<ReceiptSheet | null> {
  authorise(ctx.actor, 'batch.read');
  const { receipt, ...where } = waitingFor('');
  const rows = await waiting(ctx.db, { ...where, id: photographId, receipt: { ...receipt, disbursementId } });
  return (await sheetsOf(ctx, rows))[0] ?? null;
}

const waiting = (db: Db, where: Prisma.ReceiptPhotographWhereInput) =>
  db.receiptPhotograph.findMany({
    where,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    include: {
      receipt: {
        include: {
          disbursement: {
            include: {
              enterprise: { select: { name: true, status: true } },
              application: { select: { holdReason: true } },
              // A row is never changed once it is used: what is typed anew is another account.
              bankAccount: { select: { holder: true, maskedNumber: true } },
            },
          },
        },
      },
    },
  });
type Waiting = Awaited<ReturnType<typeof waiting>>[number];

async function sheetsOf(ctx: Context, rows: readonly Waiting[]): Promise<ReceiptSheet[]> {
  const disbursements = rows.map(({ receipt }) => receipt.disbursement);
  const ids = disbursements.map(({ id }) => id);
  const [risks, elsewhere, returned, reopened] = await Promise.all([
    payeeRisksOf(ctx.db, disbursements),
    usedElsewhere(ctx.db, rows),
    returnedBefore(ctx.db, ids),
    reopenedBefore(ctx.db, ids),
  ]);
  return rows.map(({ receipt, ...photograph }) => {
    const { disbursement: row } = receipt;
    return {
      ...factsOf(photograph, receipt),
      causes: whyOpened({
        verdict: photograph.verdict,
        hasFlat: photograph.flatKey !== null,
        hold: heldBecause({
          disbursementHold: row.holdReason,
          caseHold: row.application.holdReason,
          enterpriseFrozen: row.enterprise.status === 'FROZEN',
        }),
        notBefore: row.notBefore && row.notBefore > ctx.now ? row.notBefore : null,
        risks: risks.get(row.id) ?? [],
        isUsedElsewhere: elsewhere.has(photograph.id),
        wasReturned: returned.has(row.id),
        wasReopened: reopened.has(row.id),
      }),
    };
  });
}

function factsOf(photograph: Omit<Waiting, 'receipt'>, receipt: Waiting['receipt']): Omit<ReceiptSheet, 'causes'> {
  const { enterprise, bankAccount } = receipt.disbursement;
  return {
    disbursementId: receipt.disbursementId,
    photographId: photograph.id,
    receiptNumber: receipt.number,
    version: receipt.versionNumber,
    enterpriseName: enterprise.name,
    amountFen: Number(receipt.amountFen),
    holder: bankAccount?.holder ?? '',
    account: bankAccount?.maskedNumber ?? '',
    submittedAt: photograph.submittedAt ?? photograph.takenAt,
    checks: Array.isArray(photograph.findings) ? photograph.findings.length : 0,
  };
}

async function reopenedBefore(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await db.auditEntry.findMany({
    where: { subjectKind: 'disbursement', subjectId: { in: [...ids] }, action: 'disbursement.reopen' },
    select: { subjectId: true },
  });
  return new Set(found.map(({ subjectId }) => subjectId));
}
