import { z } from 'zod';
import { programmeConfigSchema } from '@/lib/programme/rules/config';

const { name, entryWord, proofMaxAgeDays, lapseDays, accountQuietHours } = programmeConfigSchema.shape;

/** What a disbursement reads out of the pinned version of its programme. */
export const disbursementTerms = z.object({ name, entryWord, proofMaxAgeDays, lapseDays, accountQuietHours });

/**
 * From when a confirmed account may be paid. An account that was added or chosen anew waits some hours, in which the
 * enterprise is told and can object (somebody may have taken over the sign-in). Null when it may be paid at once.
 */
export function payableFrom(given: {
  readonly accountCreatedAt: Date;
  /** When another account than the one confirmed before was chosen; null when it never was. */
  readonly changedAt: Date | null;
  readonly quietHours: number;
  readonly now: Date;
}): Date | null {
  const newest = Math.max(given.accountCreatedAt.getTime(), given.changedAt?.getTime() ?? 0);
  const from = new Date(newest + given.quietHours * 3_600_000);
  return from > given.now ? from : null;
}
