import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';

export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly maskedMobile: string;
  readonly maskedEmail: string;
};
export type BankAccountRow = {
  readonly id: string;
  readonly holder: string;
  readonly bankName: string;
  readonly cnapsCode: string;
  readonly maskedNumber: string;
  readonly createdAt: Date;
};

/** The enterprise's own contacts that may be chosen, oldest first. */
export async function myContacts(ctx: Context<EnterpriseActor>): Promise<ContactRow[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  return ctx.db.contact.findMany({
    where: { enterpriseId: ctx.actor.enterpriseId, retiredAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, position: true, maskedMobile: true, maskedEmail: true },
  });
}

/** The enterprise's own bank accounts that may be chosen, oldest first. */
export async function myBankAccounts(ctx: Context<EnterpriseActor>): Promise<BankAccountRow[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  return ctx.db.bankAccount.findMany({
    where: { enterpriseId: ctx.actor.enterpriseId, retiredAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, holder: true, bankName: true, cnapsCode: true, maskedNumber: true, createdAt: true },
  });
}
