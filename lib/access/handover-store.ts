import 'server-only';
import type { Context } from './context';

/** The account of this user name, with the enterprise's name for the message. */
export const accountOf = (ctx: Context, enterpriseId: string, username: string) =>
  ctx.db.enterpriseUser.findUnique({
    where: { enterpriseId_username: { enterpriseId, username } },
    include: { enterprise: { select: { name: true } } },
  });

/** An initial password, and the name of whoever holds the account from now on. */
export async function renewAccount(
  ctx: Context,
  id: string,
  columns: { readonly passwordHash: string; readonly passwordGoodUntil: Date; readonly displayName?: string },
): Promise<void> {
  await ctx.db.enterpriseUser.update({
    where: { id },
    data: { ...columns, mustChangePassword: true, version: { increment: 1 } },
  });
}

/** Ends every session of an account; answers how many there were. */
export async function endAllSessions(ctx: Context, enterpriseUserId: string, endReason: string): Promise<number> {
  const { count } = await ctx.db.session.updateMany({
    where: { enterpriseUserId, endedAt: null },
    data: { endedAt: ctx.now, endReason },
  });
  return count;
}
