import 'server-only';
import type { Context } from './context';
import { openSealed, putSealed } from '@/lib/db/sealed';
import { maskEmail, maskMobile } from '@/lib/kernel/mask';
import type { Person } from './password-store';

export type NewAccount = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: 'ADMIN' | 'SUPER' | 'HANDLER';
  readonly passwordHash: string;
  readonly passwordGoodUntil: Date;
};

/** Adds an account whose initial password must be changed before anything else. */
export async function insertAccount(ctx: Context, account: NewAccount): Promise<void> {
  await ctx.db.enterpriseUser.create({ data: { ...account, mustChangePassword: true, createdAt: ctx.now } });
}

export type Bound = 'mobile' | 'email';

const placeOf = ({ kind, id }: Person, what: Bound) => ({
  ...{ table: kind === 'staff' ? 'staff_user' : 'enterprise_user', column: what, rowId: id },
});

/** Binds a telephone or mailbox to an account of an enterprise, sealed, its masked form beside the account. */
export const bindAddress = (ctx: Context, userId: string, what: Bound, clear: string): Promise<void> =>
  bindAddressOf(ctx, { kind: 'enterprise', id: userId }, what, clear);

/** The same for anybody's account. */
export async function bindAddressOf(ctx: Context, person: Person, what: Bound, clear: string): Promise<void> {
  const masked = what === 'mobile' ? maskMobile(clear) : maskEmail(clear);
  await putSealed(ctx, placeOf(person, what), { clear, masked });
  const data = what === 'mobile' ? { maskedMobile: masked } : { maskedEmail: masked };
  const where = { id: person.id };
  if (person.kind === 'staff') await ctx.db.staffUser.update({ where, data });
  else await ctx.db.enterpriseUser.update({ where, data });
}

export const enterpriseNameOf = async (ctx: Context, enterpriseId: string) =>
  (await ctx.db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId }, select: { name: true } })).name;

/** The administrator of an enterprise who may sign in; null where there is none. */
export async function administratorOf(db: Context['db'], enterpriseId: string): Promise<string | null> {
  const where = { enterpriseId, role: 'ADMIN', status: 'ACTIVE' } as const;
  const found = await db.enterpriseUser.findFirst({ where, orderBy: { createdAt: 'asc' }, select: { id: true } });
  return found?.id ?? null;
}

type Addresses = { readonly mobile: string | null; readonly email: string | null; readonly username: string };

/** What is bound to an account of an enterprise, in the clear: to write to it. */
export const addressesOf = (ctx: Context, userId: string): Promise<Addresses> =>
  addressesOfPerson(ctx, { kind: 'enterprise', id: userId });

/** The same of anybody's account. */
export async function addressesOfPerson(ctx: Context, person: Person): Promise<Addresses> {
  const mobile = await openSealed(ctx, placeOf(person, 'mobile'));
  const email = await openSealed(ctx, placeOf(person, 'email'));
  const found = { where: { id: person.id }, select: { username: true } } as const;
  const { username } =
    person.kind === 'staff'
      ? await ctx.db.staffUser.findUniqueOrThrow(found)
      : await ctx.db.enterpriseUser.findUniqueOrThrow(found);
  return { mobile, email, username };
}
