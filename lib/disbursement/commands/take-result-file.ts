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
import { decodeResult, readBankResult, type BankResult } from '../rules/bank-result';
import { bankHold } from '../rules/holds';
import { PAYMENT_FILE_STATUS } from '../rules/labels';
import { PAYMENT_FILE } from '../rules/money-states';
import { reconcile, type OurLine } from '../rules/reconciliation';
import type { FinanceRefusal } from '../rules/refusals';
import { forAct, holdDisbursement, lockDisbursements } from '../store';
import { reopenSaidPaid } from '../unmatched-store';
import { applyRecordedStops } from './apply-recorded-stops';
import { settle } from './settle';
import { tellHold } from './tell-hold';

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
  const named = [...said.lines, ...said.waiting, ...said.unread].flatMap(({ lineNumber }) => lineNumber ?? []);
  const rows = await linesNamed(tx.db, [...new Set(named)]);
  const ours = rows.map((row): OurLine => ({
    ...row,
    amountFen: Number(row.amountFen),
    inThisFile: row.paymentFileId === file.id,
  }));
  const { settle: effects, unmatched, hold } = reconcile(ours, said);
  const rowOf = new Map(rows.map((row) => [row.lineNumber, row]));
  await lockDisbursements(
    tx.db,
    rows.map((row) => row.disbursementId),
  );
  for (const effect of effects) {
    const row = rowOf.get(effect.lineNumber);
    const done = row && (await settle(tx, row, effect));
    if (!done?.ok) return refuse({ code: 'somebody-was-faster' });
  }
  const failed = effects.filter(({ outcome }) => outcome === 'FAILED').map(({ lineNumber }) => lineNumber);
  const doubted = await reopenSaidPaid(tx.db, failed);
  for (const lineNumber of new Set([...hold, ...doubted])) {
    const row = rowOf.get(lineNumber);
    const held = row ? await forAct(tx.db, row.disbursementId) : null;
    const why = bankHold(lineNumber);
    if (held && (await holdDisbursement(tx.db, held.id, why, tx.now))) await tellHold(tx, held, 'hold', why);
  }
  for (const { lineNumber, outcome } of effects) {
    const row = outcome === 'PAID' ? undefined : rowOf.get(lineNumber);
    const stopped = row && (await applyRecordedStops(tx, row.disbursementId));
    if (stopped && !stopped.ok) return stopped;
  }
  const paid = effects.filter((effect) => effect.outcome === 'PAID').length;
  const taken = { paid, failed: effects.length - paid, unmatched: unmatched.length, waiting: said.waiting.length };
  const disbursements = new Map(rows.map((row) => [row.lineNumber, row.disbursementId]));
  await record(tx, file, sha256, { ...taken, lines: unmatched, hold, disbursements });
  return ok({ ...taken, before: false });
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
