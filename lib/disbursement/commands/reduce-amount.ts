import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SomebodyWasFaster } from '@/lib/db/change-status';
import type { Fen } from '@/lib/kernel/fen';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { freeGrant, postMoney, standingOf } from '../money-store';
import { moneyMove } from '../rules/money';
import type { BudgetShort } from '../rules/refusals';
import { setAmountIfUnchanged } from '../store';
import type { Standing } from './advance';

/**
 * Takes one talent's part out of a disbursement that goes on with the others: the amount sinks, its money is free again,
 * and so is the person. Answers the row as it stands now.
 */
export async function reduceAmount(
  tx: Context,
  disbursement: Standing,
  talent: { readonly talentId: string; readonly amountFen: Fen },
): Promise<Result<Standing, SomebodyWasFaster | BudgetShort>> {
  const { status } = disbursement;
  const before = await standingOf(tx.db, disbursement.id);
  const amountFen = before.amountFen - talent.amountFen;
  if (!(await setAmountIfUnchanged(tx.db, disbursement, amountFen, tx.now))) {
    return refuse({ code: 'somebody-was-faster' });
  }
  await freeGrant(tx.db, {
    ...before.key,
    ...talent,
    enterpriseId: before.enterpriseId,
    applicationId: before.case.id,
  });
  const move = moneyMove({ status, amountFen: before.amountFen }, { status, amountFen });
  const posting = { disbursementId: disbursement.id, event: 'reduce', move };
  const posted = await postMoney(tx.db, before.key, tx.now, [posting]);
  return posted.ok ? ok({ ...disbursement, version: disbursement.version + 1 }) : posted;
}
