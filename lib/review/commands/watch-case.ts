import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { ok, refuse } from '@/lib/kernel/result';
import { stampOf } from '../case-talk';
import { opinionsOn } from '../colleague-store';
import { staffByIds } from '../reading-store';
import { claimUntil } from '../rules/lease';
import * as store from '../store';
import type { ReviewAnswer } from './case-at-hand';

export type Watched = {
  readonly holder: { readonly mine: boolean; readonly name: string; readonly since: Date; readonly until: Date } | null;
  readonly stamp: string;
};

/** Who has the case at this moment, for a page that stays open. Reads only, so that looking renews nobody's claim. */
export async function watchCase(
  ctx: Context<StaffActor>,
  input: { applicationId: string },
): Promise<ReviewAnswer<Watched>> {
  const row = await store.caseForReview(ctx.db, input.applicationId);
  if (!row || row.submissionCount === 0) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'application.read', row);
  const { claimedById, claimSeenAt } = row;
  const [people, opinions] = await Promise.all([staffByIds(ctx.db, [claimedById]), opinionsOn(ctx.db, row.id)]);
  const holder =
    claimedById && claimSeenAt
      ? {
          mine: claimedById === ctx.actor.id,
          name: people.get(claimedById)?.displayName ?? '',
          since: row.claimedAt ?? claimSeenAt,
          until: claimUntil(claimSeenAt),
        }
      : null;
  return ok({ holder, stamp: stampOf(row, opinions) });
}
