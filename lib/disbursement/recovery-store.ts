import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import type { Fen } from '@/lib/kernel/fen';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { namesOf } from './batch-queries';

/** 追回: money of a paid disbursement that came back outside of the bank's files. */
export type RecoveryView = {
  readonly id: string;
  readonly amountFen: Fen;
  readonly recoveredOn: ShanghaiDay;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Why and by whom it was struck, where it was put down wrongly. */
  readonly struck: { readonly by: string; readonly at: Date; readonly reason: string } | null;
};

/** What was recovered of a disbursement, the newest first, what was struck among it. */
export async function recoveriesOf(ctx: Context, disbursementId: string): Promise<RecoveryView[]> {
  const rows = await ctx.db.recovery.findMany({ where: { disbursementId }, orderBy: { id: 'desc' } });
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.recordedById, row.struckById]),
  );
  return rows.map((row) => ({
    ...{ id: row.id, amountFen: Number(row.amountFen), recoveredOn: shanghaiDay(row.recoveredOn), reason: row.reason },
    ...{ by: names.get(row.recordedById) ?? '', at: row.recordedAt },
    struck:
      row.struckAt && row.struckById && row.struckReason !== null
        ? { by: names.get(row.struckById) ?? '', at: row.struckAt, reason: row.struckReason }
        : null,
  }));
}

/** What of a paid amount has been recovered already, in whole fen. */
export async function recoveredFen(db: Db, disbursementId: string): Promise<Fen> {
  const { _sum } = await db.recovery.aggregate({
    where: { disbursementId, struckAt: null },
    _sum: { amountFen: true },
  });
  return Number(_sum.amountFen ?? 0n);
}

export async function insertRecovery(
  db: Db,
  row: {
    readonly id: string;
    readonly disbursementId: string;
    readonly amountFen: Fen;
    readonly recoveredOn: ShanghaiDay;
    readonly reason: string;
    readonly recordedById: string;
    readonly recordedAt: Date;
  },
): Promise<void> {
  await db.recovery.create({ data: { ...row, amountFen: BigInt(row.amountFen) } });
}

/** A record that stands, with its disbursement; null when there is none or it was struck. */
export const standingRecovery = (db: Db, id: string) => db.recovery.findFirst({ where: { id, struckAt: null } });

/** True when it was struck by this and not before. */
export async function strike(db: Db, id: string, struck: { byId: string; at: Date; reason: string }): Promise<boolean> {
  const { count } = await db.recovery.updateMany({
    where: { id, struckAt: null },
    data: { struckById: struck.byId, struckAt: struck.at, struckReason: struck.reason },
  });
  return count === 1;
}
