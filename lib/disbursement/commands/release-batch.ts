import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { batchForAct, casesForBatch, lockCases, proposedAccounts } from '../batch-store';
import { postMoney, type Posting } from '../money-store';
import { controlTotals, sameTotals, type ControlTotals } from '../rules/batch-totals';
import { BATCH_STATUS } from '../rules/labels';
import { moneyMove } from '../rules/money';
import { BATCH } from '../rules/money-states';
import type { Blocked, FinanceRefusal } from '../rules/refusals';
import { openDisbursement } from './open-disbursement';

/**
 * Releases a batch: by another person than its maker, who says how many cases and how much it is. Opens one disbursement
 * per case and reserves the money, all or nothing. A second release of the same batch opens nothing.
 */
export async function releaseBatch(
  ctx: Context<StaffActor>,
  input: { readonly batchId: string; readonly stated: ControlTotals },
): Promise<Result<{ opened: number }, FinanceRefusal | CommonRefusal>> {
  const batch = await batchForAct(ctx.db, input.batchId);
  if (!batch) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'batch.release', { madeBy: [batch.makerId] });
  if (batch.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: BATCH_STATUS[batch.status].word });
  const totals = controlTotals(batch.members.map((member) => member.amountFen));
  if (!sameTotals(totals, input.stated)) return refuse({ code: 'totals-differ' });

  return transact(ctx, async (tx) => {
    const released = await changeStatus(tx, BATCH, batch, 'release', {
      set: { releasedById: ctx.actor.id, releasedAt: ctx.now },
      detail: totals,
    });
    if (!released.ok) return released;
    const ids = batch.members.map((member) => member.applicationId);
    await lockCases(tx.db, ids);
    const cases = await casesForBatch(tx.db, { id: { in: ids } }, batch.id);
    const blocked = movedSince(batch.members, cases);
    if (blocked.length > 0) return refuse({ code: 'cases-blocked', cases: blocked });
    const proposed = await proposedAccounts(
      tx.db,
      cases.map((one) => one.enterpriseId),
    );
    const postings: Posting[] = [];
    for (const one of cases) {
      const opened = await openDisbursement(tx, batch, one, proposed.get(one.enterpriseId) ?? null);
      if (!opened.ok) return opened;
      const move = moneyMove(null, { status: 'AWAITING_PROOF', amountFen: one.amountFen });
      postings.push({ disbursementId: opened.value.id, event: 'open', move });
    }
    const posted = await postMoney(tx.db, batch, tx.now, postings);
    return posted.ok ? ok({ opened: cases.length }) : posted;
  });
}

/** Cases that are not any more what the maker saw: stopped, held, or of another amount. */
function movedSince(
  members: readonly { applicationId: string; amountFen: number }[],
  cases: readonly { id: string; number: string | null; amountFen: number; obstacle: string | null }[],
): Blocked[] {
  const seen = new Map(members.map((member) => [member.applicationId, member.amountFen]));
  return cases.flatMap((one) => {
    const why = one.obstacle ?? (seen.get(one.id) === one.amountFen ? null : '金额已变化');
    return why ? [{ number: one.number ?? '', why }] : [];
  });
}
