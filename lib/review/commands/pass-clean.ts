import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse } from '@/lib/kernel/result';
import { caseView } from '../queries';
import type { CaseView } from '../rules/case-view';
import { batchPreview, whyNotClean, type BatchPreview } from '../rules/clean-case';
import { atStage, type ReviewAnswer } from './case-at-hand';
import { claim, release } from './claim';
import { pass } from './decide-first';
import { decideTalent, lookAt } from './note';
import { judged } from './ready-to-decide';

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
export async function passClean(ctx: Reviewer, { applicationId }: Input): Promise<ReviewAnswer> {
  const found = await clearCase(ctx, applicationId);
  if (!found.ok) return found;
  return atStage(ctx, 'FIRST', applicationId, async (tx, row) => {
    // Whoever holds the case may have decided in another tab since.
    const { decisions, snapshot } = await judged(tx, row);
    const causes = whyNotClean({ ...found.value, decisions: Object.fromEntries(decisions) });
    if (causes.length > 0) return refuse({ code: 'not-clean', causes });
    for (const { id: talentId } of snapshot.talents) {
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
