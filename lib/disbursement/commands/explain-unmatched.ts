import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { FinanceRefusal } from '../rules/refusals';
import type { Verdict } from '../rules/unmatched';
import { itemForAct, writeExplanation } from '../unmatched-store';
import { wordOf } from './agree-unmatched';

export type ExplainInput = { readonly itemId: string; readonly verdict: Verdict; readonly explanation: string };

/**
 * Says what a line of the bank was that matched nothing, under one's own name. A harmless one is closed by it; one that
 * speaks against our books waits for a second person. The bank can be taken at its word only where the books can follow.
 */
export async function explainUnmatched(
  ctx: Context<StaffActor>,
  { itemId, verdict, explanation }: ExplainInput,
): Promise<Result<{ closed: boolean }, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'payment.explain');
  return transact(ctx, async (tx) => {
    const item = await itemForAct(tx.db, itemId);
    if (!item) return refuse({ code: 'not-found' });
    if (item.closedAt) return refuse({ code: 'item-closed' });
    const word = verdict === 'AS_BANK_SAYS' ? await wordOf(tx, item) : ok();
    if (!word.ok) return word;
    await writeExplanation(tx.db, item, { verdict, explanation, ownerId: tx.actor.id, at: tx.now });
    await writeAudit(tx, {
      action: 'unmatched.explain',
      word: '说明未匹配行',
      ...{ subjectKind: 'unmatched', subjectId: item.id },
      detail: { lineNumber: item.lineNumber, found: item.reason, verdict, reason: explanation },
    });
    return ok({ closed: !item.isDangerous });
  });
}
