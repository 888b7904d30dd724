import 'server-only';
import type { Context } from './context';
import { newId } from '@/lib/db/ids';
import { openSealed, putSealed, removeSealed } from '@/lib/db/sealed';

const placeOf = (staffId: string) => ({ table: 'staff_user', column: 'factor', rowId: staffId });

export const factorSecretOf = (ctx: Context, staffId: string) => openSealed(ctx, placeOf(staffId));

export const factorOf = (ctx: Context, staffId: string) =>
  ctx.db.staffUser.findUniqueOrThrow({
    where: { id: staffId },
    select: { factorSince: true, factorLastStep: true, passwordHash: true },
  });

/** Makes the secret count from now on; `lastStep` is that of the code that proved it. */
export async function setFactor(
  ctx: Context,
  staffId: string,
  factor: { readonly secret: string; readonly since: Date; readonly lastStep: number | null },
): Promise<void> {
  await putSealed(ctx, placeOf(staffId), { clear: factor.secret, masked: '' });
  await ctx.db.staffUser.update({
    where: { id: staffId },
    data: {
      ...{ factorSince: factor.since, factorLastStep: factor.lastStep, factorRemovedAt: null },
      version: { increment: 1 },
    },
  });
}

/** Takes the secret and all recovery codes away: at the next sign-in the person sets up another. */
export async function removeFactor(ctx: Context, staffId: string): Promise<void> {
  await removeSealed(ctx.db, placeOf(staffId));
  await ctx.db.staffRecoveryCode.deleteMany({ where: { staffUserId: staffId } });
  await ctx.db.staffUser.update({
    where: { id: staffId },
    data: { factorSince: null, factorLastStep: null, factorRemovedAt: ctx.now, version: { increment: 1 } },
  });
}

/** Uses a time step up; false when it, or a later one, was used before. */
export async function takeStep(ctx: Context, staffId: string, step: number): Promise<boolean> {
  const { count } = await ctx.db.staffUser.updateMany({
    where: { id: staffId, OR: [{ factorLastStep: null }, { factorLastStep: { lt: step } }] },
    data: { factorLastStep: step },
  });
  return count > 0;
}

/** New recovery codes in place of all earlier ones. */
export async function replaceRecoveryCodes(ctx: Context, staffId: string, hashes: readonly string[]): Promise<void> {
  await ctx.db.staffRecoveryCode.deleteMany({ where: { staffUserId: staffId } });
  const rows = hashes.map((codeHash) => ({ id: newId(), staffUserId: staffId, codeHash, createdAt: ctx.now }));
  await ctx.db.staffRecoveryCode.createMany({ data: rows });
}

/** Uses a recovery code up; false when it is none of this person's, or was used. */
export async function takeRecoveryCode(ctx: Context, staffId: string, codeHash: string): Promise<boolean> {
  const { count } = await ctx.db.staffRecoveryCode.updateMany({
    where: { staffUserId: staffId, codeHash, usedAt: null },
    data: { usedAt: ctx.now },
  });
  return count > 0;
}

export const recoveryCodesLeft = (ctx: Context, staffId: string) =>
  ctx.db.staffRecoveryCode.count({ where: { staffUserId: staffId, usedAt: null } });

/** Every second factor of the office, for the demo's page. */
export const allFactors = (ctx: Context) =>
  ctx.db.staffUser.findMany({
    where: { factorSince: { not: null } },
    select: { id: true, username: true, factorLastStep: true },
  });
