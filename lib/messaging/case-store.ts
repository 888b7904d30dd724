import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';

type Reached = {
  readonly enterpriseId: null;
  readonly applicationId: null;
  readonly mobile: string | null;
  readonly email: string | null;
};

/**
 * Who of the office is told about a case: in whose hands it is, for whom it is kept, or who had it last, while active.
 * Null where it lies in the queue; then the list of 企业留言 alone shows it.
 */
export async function staffOnCase(ctx: Context, applicationId: string): Promise<Reached | null> {
  const [row, review] = await Promise.all([
    ctx.db.application.findUnique({ where: { id: applicationId } }),
    ctx.db.review.findFirst({ where: { applicationId }, orderBy: { startedAt: 'desc' }, select: { reviewerId: true } }),
  ]);
  return staffMember(ctx, row?.claimedById ?? row?.reservedForId ?? review?.reviewerId);
}

/** Somebody of the office, while active and where there is a mobile or a mail address. */
export async function staffMember(ctx: Context, id: string | null | undefined): Promise<Reached | null> {
  if (!id || (await ctx.db.staffUser.count({ where: { id, status: 'ACTIVE' } })) === 0) return null;
  const value = (column: string) => openSealed(ctx, { table: 'staff_user', column, rowId: id });
  const [mobile, email] = await Promise.all([value('mobile'), value('email')]);
  return mobile || email ? { enterpriseId: null, applicationId: null, mobile, email } : null;
}
