import 'server-only';
import type { Context } from './context';
import { openSealed, putSealed } from '@/lib/db/sealed';
import { maskEmail, maskMobile } from '@/lib/kernel/mask';

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
const placeOf = (userId: string, what: Bound) => ({ table: 'enterprise_user', column: what, rowId: userId });

/** Binds a telephone or mailbox to an account, sealed, its masked form beside the account. */
export async function bindAddress(ctx: Context, userId: string, what: Bound, clear: string): Promise<void> {
  const masked = what === 'mobile' ? maskMobile(clear) : maskEmail(clear);
  await putSealed(ctx, placeOf(userId, what), { clear, masked });
  const data = what === 'mobile' ? { maskedMobile: masked } : { maskedEmail: masked };
  await ctx.db.enterpriseUser.update({ where: { id: userId }, data });
}

export const enterpriseNameOf = async (ctx: Context, enterpriseId: string) =>
  (await ctx.db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId }, select: { name: true } })).name;

/** What is bound to an account, in the clear: to write to it. */
export async function addressesOf(
  ctx: Context,
  userId: string,
): Promise<{ mobile: string | null; email: string | null; username: string }> {
  const [mobile, email, { username }] = [
    await openSealed(ctx, placeOf(userId, 'mobile')),
    await openSealed(ctx, placeOf(userId, 'email')),
    await ctx.db.enterpriseUser.findUniqueOrThrow({ where: { id: userId }, select: { username: true } }),
  ];
  return { mobile, email, username };
}
