import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { fileForAct, rowsForPayment, type FileForAct, type RowForPayment } from '../payment-store';
import { carried, decodeFor } from '../rules/bank-layout';
import { sameTotals, type ControlTotals } from '../rules/batch-totals';
import { PAYMENT_FILE_STATUS } from '../rules/labels';
import { PAYMENT_FILE } from '../rules/money-states';
import { paymentObstacle } from '../rules/payable';
import { readPaymentFile } from '../rules/payment-file';
import type { Blocked, FinanceRefusal } from '../rules/refusals';
import { lockDisbursements } from '../store';
import { advance } from './advance';

type Refusal = FinanceRefusal | CommonRefusal;

export type ConfirmPaymentFileInput = {
  readonly paymentFileId: string;
  readonly stated: ControlTotals;
  readonly sha256: string;
  readonly hashHead: string;
};

/**
 * The second person confirms a payment file: the hash and the totals that she read, against the bytes in store read
 * back line by line. Every disbursement is looked at again and goes to PAYING in the same transaction, before the file
 * can be downloaded; so a crash leaves either a draft or orders that wait for the bank's answer, never an order unknown.
 */
export async function confirmPaymentFile(
  ctx: Context<StaffActor>,
  input: ConfirmPaymentFileInput,
): Promise<Result<{ lines: number }, Refusal>> {
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'payment.confirm', { madeBy: [file.makerId] });
  if (file.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: PAYMENT_FILE_STATUS[file.status].word });
  const { lineCount, totalFen, sha256 } = file;
  if (!sameTotals({ count: lineCount, totalFen }, input.stated)) return refuse({ code: 'totals-differ' });
  const isSameFile = input.sha256 === sha256 && sha256.startsWith(input.hashHead);
  if (!isSameFile || !(await isUntouched(ctx, file))) return refuse({ code: 'file-changed' });

  return transact(ctx, async (tx) => {
    const confirmed = await changeStatus(tx, PAYMENT_FILE, file, 'confirm', {
      set: { confirmedById: ctx.actor.id, confirmedAt: ctx.now },
      detail: { number: file.number, lineCount, totalFen, sha256 },
    });
    if (!confirmed.ok) return confirmed;
    return putInPayment(tx, file);
  });
}

async function putInPayment(tx: Context, file: FileForAct): Promise<Result<{ lines: number }, Refusal>> {
  const ids = file.lines.map((line) => line.disbursementId);
  await lockDisbursements(tx.db, ids);
  const rows = await rowsForPayment(tx.db, { id: { in: ids } }, file.id);
  const blocked = rows.flatMap((row) => staleness(file, row, tx.now));
  if (blocked.length > 0 || rows.length !== ids.length) return refuse({ code: 'not-payable', lines: blocked });
  for (const row of rows) {
    const done = await advance(tx, row, 'putInPaymentFile', { detail: { paymentFile: file.number } });
    if (!done.ok) return done;
  }
  return ok({ lines: rows.length });
}

/** What has changed since the file was made: then it must not leave. */
function staleness(file: FileForAct, row: RowForPayment, now: Date): Blocked[] {
  const line = file.lines.find((one) => one.disbursementId === row.id);
  const isSame = line?.amountFen === row.amountFen && line.receiptId === row.receiptId && line.holder === row.holder;
  const why = paymentObstacle(row, now) ?? (isSame ? null : '金额、收据或账户在生成文件后已变化');
  return why ? [{ number: row.receiptNumber ?? row.caseNumber, why }] : [];
}

/** Whether the stored bytes are those of the hash, and say line by line what our rows say. */
async function isUntouched(ctx: Context, file: FileForAct): Promise<boolean> {
  const bytes = await ctx.ports.files.get(file.fileKey);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256) return false;
  const { layout } = file;
  const read = readPaymentFile(decodeFor(layout.order, bytes), layout);
  if (!read.ok || !sameTotals(read.value.totals, { count: file.lineCount, totalFen: file.totalFen })) return false;
  return file.lines.every((line, index) => {
    const order = read.value.orders[index];
    const isSame = order?.lineNumber === line.lineNumber && order.amountFen === line.amountFen;
    return isSame && order.holder === carried(layout.order, line.holder) && order.account.endsWith(line.accountTail);
  });
}
