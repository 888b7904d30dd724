import 'server-only';
import type { Context } from '@/lib/access/context';
import { sumFen } from '@/lib/kernel/fen';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import * as store from '../store';

/** Writes what the enterprise may expect, kept beside the case for lists: the standards, cut by the yearly cap. */
export async function saveExpectedAmount(
  ctx: Pick<Context, 'db'>,
  row: store.Standing,
  { yearlyCapFen }: Pick<ProgrammeConfig, 'yearlyCapFen'>,
): Promise<void> {
  const talents = await store.liveTalents(ctx.db, row.id);
  const roomFen = Math.max(0, yearlyCapFen - (await store.grantedThisYear(ctx.db, row)));
  const standardFen = sumFen(talents.map(({ amountFen }) => Number(amountFen)));
  await store.saveExpected(ctx.db, row.id, Math.min(standardFen, roomFen));
}
