import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { accountPaidTo, moveLine } from '../payment-store';
import { failureReason } from '../rules/failure-reasons';
import { isBankHold } from '../rules/holds';
import type { FinanceRefusal } from '../rules/refusals';
import { eventOfWord, type WordEvent, type WordNotTaken } from '../rules/unmatched';
import { forAct, lockDisbursements, setLineState, unholdDisbursement, type DisbursementForAct } from '../store';
import {
  clearExplanation,
  dangerousOpen,
  itemForAct,
  liveOrder,
  writeAgreement,
  type ItemForAct,
} from '../unmatched-store';
import { advance } from './advance';
import { applyRecordedStops } from './apply-recorded-stops';
import { doubtAgain } from './doubt';
import { tellHold } from './tell-hold';

type Answer = Result<undefined, FinanceRefusal | CommonRefusal>;
type Word = { readonly event: WordEvent; readonly row: DisbursementForAct };

/**
 * The second person agrees with what was found about a line that speaks against our books, or sends it back to the list.
 * Agreed: our books follow the bank's word where that was found, and the hold goes when nothing else is open about it; a
 * talent who was stopped while the money was away falls away now that it is known to be here.
 */
export async function agreeUnmatched(
  ctx: Context<StaffActor>,
  { itemId, agrees }: { readonly itemId: string; readonly agrees: boolean },
): Promise<Answer> {
  return transact(ctx, async (tx): Promise<Answer> => {
    const item = await itemForAct(tx.db, itemId);
    if (!item) return refuse({ code: 'not-found' });
    authorise(tx.actor, 'payment.agree', { madeBy: [item.ownerId] });
    if (item.closedAt || !item.verdict) return refuse({ code: 'item-closed' });
    await writeAudit(tx, {
      action: agrees ? 'unmatched.agree' : 'unmatched.sendBack',
      word: agrees ? '同意未匹配行的说明' : '退回未匹配行的说明',
      ...{ subjectKind: 'unmatched', subjectId: item.id },
      detail: { lineNumber: item.lineNumber, verdict: item.verdict, explanation: item.explanation },
    });
    if (!agrees) {
      await clearExplanation(tx.db, item.id);
      return ok();
    }
    await writeAgreement(tx.db, item.id, tx.actor.id, tx.now);
    return followed(tx, item);
  });
}

async function followed(tx: Context, item: ItemForAct): Promise<Answer> {
  if (!item.disbursementId) return ok();
  await lockDisbursements(tx.db, [item.disbursementId]);
  if (item.verdict === 'AS_BANK_SAYS') {
    const word = await wordOf(tx, item);
    if (!word.ok) return word;
    const taken = await takeAtWord(tx, item, word.value);
    if (!taken.ok) return taken;
  }
  if ((await dangerousOpen(tx.db, item.disbursementId)) === 0) {
    const row = await forAct(tx.db, item.disbursementId);
    // Only the hold that a bank's result put on: what people stopped, people let go.
    if (row && isBankHold(row.holdReason) && (await unholdDisbursement(tx.db, row.id, tx.now)))
      await tellHold(tx, row, 'unhold', item.explanation ?? '');
  }
  return applyRecordedStops(tx, item.disbursementId);
}

/** How the books would follow the bank's word about this item, or why they cannot. */
export async function wordOf(tx: Context, item: ItemForAct): Promise<Result<Word, WordNotTaken>> {
  const row = item.disbursementId ? await forAct(tx.db, item.disbursementId) : null;
  if (!row || !item.paymentLine) return refuse({ code: 'word-not-taken', why: 'says-otherwise' });
  const other = await liveOrder(tx.db, row.id);
  const event = eventOfWord({
    ...{ reason: item.reason, said: item.said },
    ...{ lineStatus: item.paymentLine.status, lineFen: Number(item.paymentLine.amountFen) },
    ...{ status: row.status, amountFen: row.amountFen },
    otherOrder: other && { file: other.paymentFile.number, isDraft: other.paymentFile.status === 'DRAFT' },
  });
  return event.ok ? ok({ event: event.value, row }) : event;
}

/** Whoever was declared 已离职 while the account was being mended has been paid: there is nothing to decide any more. */
async function keepDeclared(tx: Context, row: DisbursementForAct): Promise<Answer> {
  for (const { id, state } of row.lines) {
    if (state !== 'LEFT_DECLARED') continue;
    if (!(await setLineState(tx.db, id, state, 'KEPT'))) return refuse({ code: 'somebody-was-faster' });
  }
  return ok();
}

async function takeAtWord(tx: Context, { paymentLine, said }: ItemForAct, { event, row }: Word): Promise<Answer> {
  if (!paymentLine || !said) return refuse({ code: 'word-not-taken', why: 'says-otherwise' });
  const isPaid = event === 'bankPaidLate';
  const reason = failureReason(said.reasonCode);
  const day = startOfShanghaiDay(said.on);
  const moved = await moveLine(tx.db, paymentLine.id, paymentLine.status, isPaid ? 'PAID' : 'FAILED', {
    ...(said.bankReference ? { bankReference: said.bankReference } : {}),
    ...{ failureReason: isPaid ? null : reason.says, settledAt: day },
  });
  if (!moved) return refuse({ code: 'somebody-was-faster' });
  const set = isPaid
    ? { paidAt: day, failureReason: null, failureCause: null, ...(await accountPaidTo(tx.db, row, paymentLine)) }
    : { paidAt: null, failureReason: reason.says, failureCause: reason.cause };
  const detail = { lineNumber: said.lineNumber, on: said.on, bankReference: said.bankReference };
  const done = await advance(tx, row, event, { set, detail: { ...detail, reason: isPaid ? undefined : reason.says } });
  if (!done.ok) return done;
  if (isPaid) return keepDeclared(tx, row);
  await doubtAgain(tx, { failed: [], disbursementIds: [row.id] });
  return ok();
}
