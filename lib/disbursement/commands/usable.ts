import 'server-only';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isHeldBy } from '../rules/account-holder';
import type { DisbursementRefusal } from '../rules/refusals';
import { accountOf, contactOf, type DisbursementForAct } from '../store';

type Owner = Pick<DisbursementForAct, 'enterpriseId' | 'enterpriseName'>;

/** The account, if it is the enterprise's own, not retired, and held under its present name. */
export async function usableAccount(
  ctx: Context,
  id: string,
  owner: Owner,
): Promise<Result<{ createdAt: Date }, DisbursementRefusal>> {
  const account = await accountOf(ctx.db, id);
  if (!account || account.enterpriseId !== owner.enterpriseId || account.retiredAt) {
    return refuse({ code: 'account-retired' });
  }
  const { holder } = account;
  if (!isHeldBy(holder, owner.enterpriseName)) {
    return refuse({ code: 'holder-differs', holder, enterprise: owner.enterpriseName });
  }
  return ok({ createdAt: account.createdAt });
}

/** The contact, if it is the enterprise's own and not retired. */
export async function usableContact(
  ctx: Context,
  id: string,
  owner: Owner,
): Promise<Result<undefined, DisbursementRefusal>> {
  const contact = await contactOf(ctx.db, id);
  const isUsable = contact && contact.enterpriseId === owner.enterpriseId && !contact.retiredAt;
  return isUsable ? ok() : refuse({ code: 'contact-retired' });
}
