import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { fileForAct, firstStatement, moveLine, NEVER_SENT, wasAnswered, type FileForAct } from '../payment-store';
import { PAYMENT_FILE_STATUS } from '../rules/labels';
import { PAYMENT_FILE } from '../rules/money-states';
import type { FinanceRefusal } from '../rules/refusals';
import { forAct, lockDisbursements } from '../store';
import { advance } from './advance';
import { moneyIsHere } from './doubt';

type Input = { readonly paymentFileId: string; readonly reason: string };
type Answer = Result<undefined, FinanceRefusal | CommonRefusal>;

/** Throws away a payment file that nobody confirmed; its disbursements were PAYABLE all along. */
export async function discardPaymentFile(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'payment.make');
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  if (file.status !== 'DRAFT') return wrongState(file);
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, PAYMENT_FILE, file, 'withdraw', { detail: { reason: input.reason } });
    if (!done.ok) return done;
    return withdrawLines(tx, file);
  });
}

/** The maker states, as the first of two, that the bank never had a confirmed file. Nothing moves by it. */
export async function stateNeverSent(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'payment.make');
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  if (file.status !== 'CONFIRMED') return wrongState(file);
  if (await wasAnswered(ctx.db, file)) return refuse({ code: 'file-has-results' });
  return transact(ctx, async (tx) => {
    const subject = { subjectKind: 'paymentFile', subjectId: file.id };
    await writeAudit(tx, { ...subject, action: NEVER_SENT, word: '声明未送银行', detail: { reason: input.reason } });
    return ok();
  });
}

/**
 * Withdraws a confirmed file before it left: the checker states as the second of two that the bank never had it. The
 * disbursements are payable again; the line ids are never used again. Refused once the bank has answered anything, be it
 * in the result for another file, and where the file was fetched again after the first statement.
 */
export async function withdrawPaymentFile(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  const file = await fileForAct(ctx.db, input.paymentFileId);
  if (!file) return refuse({ code: 'not-found' });
  const first = await firstStatement(ctx.db, file.id);
  authorise(ctx.actor, 'payment.confirm', { madeBy: [file.makerId, first] });
  if (file.status !== 'CONFIRMED') return wrongState(file);
  if (first === null) return refuse({ code: 'second-statement-missing' });
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, PAYMENT_FILE, file, 'withdraw', { detail: { reason: input.reason } });
    if (!done.ok) return done;
    const now = await fileForAct(tx.db, file.id);
    const ids = file.lines.map((line) => line.disbursementId);
    await lockDisbursements(tx.db, ids);
    // Asked under the locks: a result may have been taken in, or the file fetched, since it was read.
    if (!now || (await wasAnswered(tx.db, now))) return refuse({ code: 'file-has-results' });
    if ((await firstStatement(tx.db, file.id)) !== first) return refuse({ code: 'second-statement-missing' });
    for (const id of ids) {
      const row = await forAct(tx.db, id);
      if (row?.status !== 'PAYING') return refuse({ code: 'somebody-was-faster' });
      const back = await advance(tx, row, 'withdrawFile', {
        detail: { paymentFile: file.number, reason: input.reason },
      });
      if (!back.ok) return back;
    }
    const withdrawn = await withdrawLines(tx, now);
    if (!withdrawn.ok) return withdrawn;
    return moneyIsHere(tx, { failed: [], disbursementIds: ids });
  });
}

async function withdrawLines(tx: Context, file: FileForAct): Promise<Answer> {
  for (const line of file.lines) {
    if (!(await moveLine(tx.db, line.id, 'PENDING', 'WITHDRAWN'))) return refuse({ code: 'somebody-was-faster' });
  }
  return ok();
}

function wrongState(file: FileForAct): Answer {
  return refuse({ code: 'wrong-state', now: PAYMENT_FILE_STATUS[file.status].word });
}
