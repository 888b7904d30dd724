import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { caseView } from '../queries';
import type { CaseView } from '../rules/case-view';
import { batchPreview, whyNotClean, type BatchPreview } from '../rules/clean-case';
import type { ReviewAnswer } from './case-at-hand';
import { claim, release } from './claim';
import { pass } from './decide-first';
import { decideTalent, lookAt } from './note';

type Reviewer = Context<StaffActor>;
type Input = { applicationId: string };

/**
 * Opens one case of a batch at the first stage: takes it, and hands out the short preview, which thereby counts as
 * looked at part by part. A case that is not clear is refused with the causes and left as it was.
 */
export async function openInBatch(ctx: Reviewer, { applicationId }: Input): Promise<ReviewAnswer<BatchPreview>> {
  const before = await clearCase(ctx, applicationId);
  if (!before.ok) return before;
  const wasMine = before.value.claim?.mine === true;
  const taken = await claim(ctx, { applicationId });
  if (!taken.ok) return taken;
  const found = await clearCase(ctx, applicationId);
  if (!found.ok) {
    if (!wasMine) await release(ctx, { applicationId });
    return found;
  }
  const looked = await lookAt(ctx, { applicationId, parts: [...found.value.parts] });
  return looked.ok ? ok(batchPreview(found.value)) : looked;
}

/**
 * 批量通过 of one case, in a transaction of its own: every talent is supported and the case goes to the final stage.
 * Asks again whether it is clear, and as always whether every part was looked at by this person.
 */
export function passClean(ctx: Reviewer, { applicationId }: Input): Promise<ReviewAnswer> {
  return transact(ctx, async (tx): Promise<ReviewAnswer> => {
    const found = await clearCase(tx, applicationId);
    if (!found.ok) return found;
    for (const { id: talentId } of found.value.snapshot.talents) {
      const done = await decideTalent(tx, { applicationId, talentId, supported: true, reason: null });
      if (!done.ok) return done;
    }
    return pass(tx, { applicationId });
  });
}

async function clearCase(ctx: Reviewer, applicationId: string): Promise<ReviewAnswer<CaseView>> {
  const view = await caseView(ctx, applicationId);
  if (!view) return refuse({ code: 'not-found' });
  if (view.stage !== 'FIRST') return refuse({ code: 'somebody-was-faster' });
  const causes = whyNotClean(view);
  return causes.length > 0 ? refuse({ code: 'not-clean', causes }) : ok(view);
}
