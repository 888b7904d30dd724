import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse } from '@/lib/kernel/result';
import { takeable } from '../queue-queries';
import type { ReviewStage } from '../rules/labels';
import { parseWish } from '../rules/queue-filter';
import type { ReviewAnswer } from './case-at-hand';
import { claim } from './claim';

const TRIES = 20;

/**
 * 领取下一件: takes the best case that this reviewer may have and answers its id. Where a colleague was faster the one
 * after it is taken, so that everybody who asks at the same moment gets a case of their own. `among` names a list as an
 * address does: then the next one of that list is taken, and none beside it.
 */
export async function claimNext(
  ctx: Context<StaffActor>,
  input: { stage: ReviewStage; among?: Readonly<Record<string, string>> | undefined },
): Promise<ReviewAnswer<{ applicationId: string }>> {
  const among = input.among && parseWish(input.among);
  for (const applicationId of await takeable(ctx, input.stage, TRIES, among)) {
    const done = await claim(ctx, { applicationId });
    if (done.ok) return ok({ applicationId });
  }
  return refuse({ code: 'nothing-to-claim' });
}
