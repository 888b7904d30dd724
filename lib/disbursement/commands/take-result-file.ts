import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import {
  fileForAct,
  insertResult,
  linesNamed,
  lockFile,
  pendingLines,
  resultWith,
  type FileForAct,
} from '../payment-store';
import { decodeResult, readBankResult, type BankResult, type BankResultLine } from '../rules/bank-result';
import { PAYMENT_FILE_STATUS } from '../rules/labels';
import { PAYMENT_FILE } from '../rules/money-states';
import { reconcile, type OurLine } from '../rules/reconciliation';
import type { FinanceRefusal } from '../rules/refusals';
import { lockDisbursements } from '../store';
import { doubt, moneyIsHere } from './doubt';
import { settle } from './settle';

export type ResultTaken = {
  readonly paid: number;
  readonly failed: number;
  readonly unmatched: number;
  /** What the bank has and has not answered yet: it stays in payment until a later result. */
  readonly waiting: number;
  /** True when these very bytes had been taken in before: then nothing was done. */
  readonly before: boolean;
};
type Answer = Result<ResultTaken, FinanceRefusal | CommonRefusal>;
type Input = { readonly paymentFileId: string; readonly bytes: Uint8Array };

/**
 * Takes in the bank's result for a payment file, read by the layout of that file, by somebody else than its maker. Each of our lines is settled at most
 * once; what does not match is kept with its reason. The same bytes a second time do nothing, whoever sends them. Where
 * the bank may have paid what we have as unpaid, now or in what it said earlier, or the other way round, the disbursement
 * is held until people have looked.
 */
export async function takeResultFile(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'payment.import', { madeBy: [file.makerId] });
  if (file.status === 'DRAFT') return refuse({ code: 'wrong-state', now: PAYMENT_FILE_STATUS.DRAFT.word });
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  const known = await takenBefore(ctx, file.id, sha256);
  if (known) return ok(known);
  const text = decodeResult(input.bytes, file.layout);
  if (!text.ok) return text;
  const read = readBankResult(text.value, file.layout, file.number);
  if (!read.ok) return read;
  const said = read.value;
  if (said.lines.length + said.waiting.length + said.unread.length === 0) return refuse({ code: 'result-empty' });
  try {
    return await transact(ctx, (tx) => take(tx, file, sha256, said));
  } catch (error) {
    const again = isUniqueViolation(error) ? await takenBefore(ctx, file.id, sha256) : null;
    if (again) return ok(again);
    throw error;
  }
}

async function take(tx: Context<StaffActor>, file: FileForAct, sha256: string, said: BankResult): Promise<Answer> {
  await lockFile(tx.db, file.id);
  const known = await takenBefore(tx, file.id, sha256);
  if (known) return ok(known);
  const all = [...said.lines, ...said.waiting, ...said.unread];
  const named = [...new Set(all.flatMap(({ lineNumber }) => lineNumber ?? []))];
  const before = await linesNamed(tx.db, named);
  await lockDisbursements(
    tx.db,
    before.map((row) => row.disbursementId),
  );
  // Read again under the lock: a result of another file may have settled one of them in between.
  const rows = await linesNamed(tx.db, named);
  const ours = rows.map((row): OurLine => ({
    ...row,
    amountFen: Number(row.amountFen),
    inThisFile: row.paymentFileId === file.id,
  }));
  const { settle: effects, unmatched, hold } = reconcile(ours, said);
  const rowOf = new Map(rows.map((row) => [row.lineNumber, row]));
  for (const effect of effects) {
    const row = rowOf.get(effect.lineNumber);
    const done = row && (await settle(tx, row, effect));
    if (!done?.ok) return refuse({ code: 'somebody-was-faster' });
  }
  for (const lineNumber of hold) {
    const row = rowOf.get(lineNumber);
    if (row) await doubt(tx, row.disbursementId, lineNumber);
  }
  const paid = effects.filter((effect) => effect.outcome === 'PAID').length;
  const taken = { paid, failed: effects.length - paid, unmatched: unmatched.length, waiting: said.waiting.length };
  const disbursements = new Map(rows.map((row) => [row.lineNumber, row.disbursementId]));
  await record(tx, file, sha256, { ...taken, lines: unmatched, hold, disbursements });
  const done = await afterNotPaid(tx, effects, disbursements);
  return done.ok ? ok({ ...taken, before: false }) : done;
}

/** What has to be looked at, and whom it concerns, once an order of ours did not stay paid. */
function afterNotPaid(
  tx: Context<StaffActor>,
  effects: readonly BankResultLine[],
  disbursements: ReadonlyMap<string, string>,
): Promise<Result<undefined, CommonRefusal>> {
  const notPaid = effects.filter(({ outcome }) => outcome !== 'PAID');
  const disbursementIds = notPaid.flatMap(({ lineNumber }) => disbursements.get(lineNumber) ?? []);
  const failed = notPaid.filter(({ outcome }) => outcome === 'FAILED').map(({ lineNumber }) => lineNumber);
  return moneyIsHere(tx, { failed, disbursementIds });
}

async function record(
  tx: Context<StaffActor>,
  file: FileForAct,
  sha256: string,
  taken: Omit<ResultTaken, 'before'> & {
    lines: Parameters<typeof insertResult>[2];
    hold: readonly string[];
    disbursements: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const { paid, failed, unmatched, waiting, lines, hold, disbursements } = taken;
  const row = {
    id: newId(),
    paymentFileId: file.id,
    sha256,
    importedById: tx.actor.id,
    importedAt: tx.now,
    paidCount: paid,
    failedCount: failed,
    waitingCount: waiting,
  };
  await insertResult(tx.db, row, lines, disbursements);
  await writeAudit(tx, {
    action: 'paymentFile.takeResult',
    word: '导入银行结果',
    subjectKind: 'paymentFile',
    subjectId: file.id,
    detail: { number: file.number, sha256, paid, failed, waiting, unmatched, hold },
  });
  const now = await fileForAct(tx.db, file.id);
  if (now?.status !== 'CONFIRMED' || (await pendingLines(tx.db, file.id)) > 0) return;
  const closed = await changeStatus(tx, PAYMENT_FILE, now, 'reconcile', { set: { reconciledAt: tx.now } });
  if (!closed.ok) throw new Error(`payment file ${file.number} changed under its lock`);
}

async function takenBefore(ctx: Context, fileId: string, sha256: string): Promise<ResultTaken | null> {
  const row = await resultWith(ctx.db, fileId, sha256);
  if (!row) return null;
  const { paidCount: paid, failedCount: failed, waitingCount: waiting } = row;
  return { paid, failed, waiting, unmatched: row._count.items, before: true };
}
