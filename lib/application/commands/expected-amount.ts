import 'server-only';
import type { Context } from '@/lib/access/context';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import * as store from '../store';

/** Writes what the enterprise may expect, kept beside the case for lists: the standards, cut by the yearly cap. */
export async function saveExpectedAmount(
  ctx: Pick<Context, 'db'>,
  row: store.Standing,
  { yearlyCapFen }: Pick<ProgrammeConfig, 'yearlyCapFen'>,
): Promise<void> {
  const roomFen = Math.max(0, yearlyCapFen - (await store.grantedThisYear(ctx.db, row)));
  const standardFen = await store.standardSum(ctx.db, row.id);
  await store.saveExpected(ctx.db, row.id, Math.min(standardFen, roomFen));
}
