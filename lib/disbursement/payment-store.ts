import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { bankLayoutSchema } from './rules/bank-layout.schema';
import { heldBecause, talentHoldOf } from './rules/holds';
import type { PaymentLineStatus } from './rules/labels';
import type { UnmatchedLine } from './rules/reconciliation';
import { heldOrders } from './rules/payable';
import type { Blocked } from './rules/refusals';
import { itemsNaming } from './unmatched-store';
import { disbursementTerms } from './rules/terms';

/** Lines that stand in the way of another payment. */
const LIVE: PaymentLineStatus[] = ['PENDING', 'PAID'];

const forPayment = {
  application: {
    select: {
      ...{ number: true, holdReason: true, programmeId: true },
      programmeVersion: { select: { config: true } },
      talents: { where: { removedAt: null, holdReason: { not: null } }, select: { name: true, holdReason: true } },
    },
  },
  enterprise: { select: { name: true, status: true } },
  bankAccount: true,
  receipts: { where: { status: { not: 'VOIDED' } }, select: { id: true, status: true, amountFen: true } },
  paymentLines: {
    where: { status: { in: LIVE } },
    select: { paymentFile: { select: { number: true, id: true } } },
  },
} as const;

/**
 * Disbursements as a payment file sees them, in the order of their receipt numbers; amounts in whole fen. A line in the
 * file `besides` is no obstacle, since that is the file in question.
 */
export async function rowsForPayment(
  db: Db,
  where: { id: { in: string[] } } | { status: 'PAYABLE' },
  besides?: string,
) {
  const rows = await db.disbursement.findMany({
    where,
    include: forPayment,
    orderBy: [{ receiptNumber: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ application, enterprise, receipts, paymentLines, ...row }) => {
    const receipt = receipts[0];
    const line = paymentLines.find((one) => one.paymentFile.id !== besides);
    return {
      ...row,
      amountFen: Number(row.amountFen),
      caseNumber: application.number ?? '',
      programmeId: application.programmeId,
      programmeName: disbursementTerms.parse(application.programmeVersion.config).name,
      enterpriseName: enterprise.name,
      holder: row.bankAccount?.holder ?? null,
      receiptId: receipt?.id ?? null,
      hasAcceptedReceipt: receipt?.status === 'ACCEPTED' && receipt.amountFen === row.amountFen,
      inFile: line?.paymentFile.number ?? null,
      hold: heldBecause({
        disbursementHold: row.holdReason,
        caseHold: application.holdReason,
        enterpriseFrozen: enterprise.status === 'FROZEN',
        talentHold: talentHoldOf(application.talents),
      }),
    };
  });
}

export type RowForPayment = Awaited<ReturnType<typeof rowsForPayment>>[number];

/** Orders of a file that the bank has not settled and that were stopped meanwhile, each with why. */
export async function heldInFile(
  db: Db,
  lines: readonly { readonly status: PaymentLineStatus; readonly disbursementId: string }[],
): Promise<Blocked[]> {
  const open = lines.filter(({ status }) => status === 'PENDING').map(({ disbursementId }) => disbursementId);
  return heldOrders(await rowsForPayment(db, { id: { in: open } }));
}

export type NewPaymentLine = {
  readonly id: string;
  readonly lineNumber: string;
  readonly disbursementId: string;
  readonly receiptId: string;
  readonly position: number;
  readonly amountFen: number;
  readonly holder: string;
  readonly accountTail: string;
  readonly remark: string;
};

export async function insertPaymentFile(
  db: Db,
  file: {
    id: string;
    number: string;
    programmeId: string;
    lineCount: number;
    totalFen: number;
    fileKey: string;
    sha256: string;
    layoutVersionId: string;
    makerId: string;
    createdAt: Date;
  },
  lines: readonly NewPaymentLine[],
): Promise<void> {
  await db.paymentFile.create({ data: { ...file, totalFen: BigInt(file.totalFen) } });
  await db.paymentLine.createMany({
    data: lines.map((line) => ({ ...line, paymentFileId: file.id, amountFen: BigInt(line.amountFen) })),
  });
}

/** A payment file with its lines and the layout that it was written in, amounts in whole fen; null when there is none. */
export async function fileForAct(db: Db, id: string) {
  const row = await db.paymentFile.findUnique({
    where: { id },
    include: {
      lines: { orderBy: { position: 'asc' } },
      layoutVersion: { select: { config: true } },
      _count: { select: { results: true } },
    },
  });
  if (!row) return null;
  const lines = row.lines.map((line) => ({ ...line, amountFen: Number(line.amountFen) }));
  const layout = bankLayoutSchema.parse(row.layoutVersion.config);
  return { ...row, totalFen: Number(row.totalFen), lines, layout, resultCount: row._count.results };
}

export type FileForAct = NonNullable<Awaited<ReturnType<typeof fileForAct>>>;

/** Takes the file for this transaction: results of one file are taken in one after the other. */
export async function lockFile(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM payment_file WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Our lines by the ids that the bank named, whatever file they stand in. */
export const linesNamed = (db: Db, lineNumbers: readonly string[]) =>
  db.paymentLine.findMany({ where: { lineNumber: { in: [...lineNumbers] } } });

/**
 * A payment line follows its file and the bank and has no life of its own; it is moved on only from the state in which
 * it was read. True when it was done.
 */
export async function moveLine(
  db: Db,
  id: string,
  from: PaymentLineStatus,
  to: PaymentLineStatus,
  settled: { bankReference?: string | null; failureReason?: string | null; settledAt?: Date } = {},
): Promise<boolean> {
  const { count } = await db.paymentLine.updateMany({ where: { id, status: from }, data: { ...settled, status: to } });
  return count === 1;
}

/** The number of the payment file in which a disbursement stands and is not settled; null when in none. */
export async function liveOrderOf(db: Db, disbursementId: string): Promise<string | null> {
  const where = { disbursementId, status: { in: LIVE } };
  const line = await db.paymentLine.findFirst({ where, select: { paymentFile: { select: { number: true } } } });
  return line?.paymentFile.number ?? null;
}

export const pendingLines = (db: Db, paymentFileId: string) =>
  db.paymentLine.count({ where: { paymentFileId, status: 'PENDING' } });

export const resultWith = (db: Db, paymentFileId: string, sha256: string) =>
  db.bankResult.findUnique({
    where: { paymentFileId_sha256: { paymentFileId, sha256 } },
    include: { _count: { select: { items: true } } },
  });

/** A result with what in it did not match; `disbursements` are ours by the line ids that the bank named. */
export async function insertResult(
  db: Db,
  row: {
    id: string;
    paymentFileId: string;
    sha256: string;
    importedById: string;
    importedAt: Date;
    paidCount: number;
    failedCount: number;
    waitingCount: number;
  },
  unmatched: readonly UnmatchedLine[],
  disbursements: ReadonlyMap<string, string>,
): Promise<void> {
  await db.bankResult.create({ data: row });
  await db.unmatchedItem.createMany({
    data: unmatched.map(({ said, lineNumber, ...item }) => ({
      ...item,
      ...{ id: newId(), bankResultId: row.id, lineNumber, openedAt: row.importedAt },
      ...(said ? { said: { ...said } } : {}),
      disbursementId: lineNumber === null ? null : (disbursements.get(lineNumber) ?? null),
    })),
  });
}

/** Who stated, as the first of two, that the bank never had this file; null when nobody did, or it was fetched again since. */
export async function firstStatement(db: Db, paymentFileId: string): Promise<string | null> {
  const row = await db.auditEntry.findFirst({
    where: { subjectKind: 'paymentFile', subjectId: paymentFileId, action: { in: [NEVER_SENT, FILE_FETCHED] } },
    orderBy: { sequence: 'desc' },
    select: { action: true, actorId: true },
  });
  return row?.action === NEVER_SENT ? row.actorId : null;
}

export const NEVER_SENT = 'paymentFile.stateNeverSent';
export const FILE_FETCHED = 'paymentFile.download';

/** Whether the bank has said anything of this file or, in any result, of an order in it: then it had the file. */
export async function wasAnswered(db: Db, { resultCount, lines }: FileForAct): Promise<boolean> {
  const lineNumbers = lines.map(({ lineNumber }) => lineNumber);
  return resultCount > 0 || (await itemsNaming(db, lineNumbers)) > 0;
}

/**
 * The account that an order was paid to, as a column to set, where another was chosen since; the one that stands there
 * where it cannot be told from the holder and the last four digits.
 */
export async function accountPaidTo(
  db: Db,
  { enterpriseId }: { readonly enterpriseId: string },
  { holder, accountTail }: { readonly holder: string; readonly accountTail: string },
): Promise<{ bankAccountId?: string }> {
  const found = await db.bankAccount.findMany({
    where: { enterpriseId, holder, maskedNumber: { endsWith: accountTail } },
    select: { id: true },
    take: 2,
  });
  const [only] = found;
  return found.length === 1 && only ? { bankAccountId: only.id } : {};
}
