import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ConfirmInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal } from '../rules/refusals';
import { ownerMayAct } from '../rules/standing';
import { withOldProofs } from '../rules/talent-lines';
import { payableFrom } from '../rules/terms';
import { forAct, type DisbursementForAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';
import { usableAccount, usableContact } from './usable';

type Answer = Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>;

/**
 * 确认银行账户和联系人: those that stand there and were seen. The account must belong to the enterprise under its present
 * name, and every proof must be recent on the day of the confirmation: with one too old the disbursement goes back to
 * the proofs, and the refusal says whose. An account that is new may be paid only some hours later (`notBefore`).
 */
export async function confirm(ctx: Context<EnterpriseActor>, input: ConfirmInput): Promise<Answer> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const may = ownerMayAct(row, ['AWAITING_CONFIRMATION']);
  if (!may.ok) return may;
  // Only what stands there can be confirmed: a page drawn before an adjustment shows something else.
  const isSeen = row.bankAccountId === input.bankAccountId && row.contactId === input.contactId;
  if (!isSeen) return refuse({ code: 'somebody-was-faster' });
  const { proofMaxAgeDays: maxAgeDays } = row.terms;
  const names = withOldProofs(row.lines, shanghaiDayOf(ctx.now), maxAgeDays);
  if (names.length > 0) return backToProofs(ctx, row, names);

  return transact(ctx, async (tx) => {
    const account = await usableAccount(tx, input.bankAccountId, row);
    if (!account.ok) return account;
    const contact = await usableContact(tx, input.contactId, row);
    if (!contact.ok) return contact;
    const young = payableFrom({
      accountCreatedAt: account.value.createdAt,
      changedAt: null,
      quietHours: row.terms.accountQuietHours,
      now: ctx.now,
    });
    const done = await advance(tx, row, 'confirm', {
      set: {
        confirmedAt: ctx.now,
        confirmedById: ctx.actor.id,
        notBefore: laterOf(row.notBefore, young),
        failureReason: null,
        failureCause: null,
      },
      detail: { bankAccountId: input.bankAccountId, contactId: input.contactId },
    });
    return done.ok ? ok() : done;
  });
}

/** The step back is kept although the confirmation is refused; hence a transaction of its own. */
async function backToProofs(ctx: Context, row: DisbursementForAct, names: string[]): Promise<Answer> {
  const moved = await transact(ctx, (tx) => advance(tx, row, 'proofTooOld', { detail: { names } }));
  if (!moved.ok) return moved;
  return refuse({ code: 'proof-too-old', names, maxAgeDays: row.terms.proofMaxAgeDays });
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
