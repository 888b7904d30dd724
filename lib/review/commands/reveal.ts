import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { openSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { versionById } from '@/lib/programme/queries';
import { fieldById } from '@/lib/programme/rules/fields';
import * as store from '../store';
import type { ReviewAnswer } from './case-at-hand';

/**
 * 显示全部: a sealed answer of the present submission in the clear, for one look. The log says who saw which field of
 * whom; it is written before the value is handed out, and never holds the value.
 */
export async function revealSealed(
  ctx: Context<StaffActor>,
  input: { applicationId: string; talentId: string; fieldId: string },
): Promise<ReviewAnswer<{ clear: string }>> {
  const { applicationId, talentId, fieldId } = input;
  const row = await store.caseForReview(ctx.db, applicationId);
  if (!row || row.submissionCount === 0) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'sensitive.reveal', row);
  const { config } = await versionById(ctx, row.programmeVersionId);
  const { id, snapshot } = await store.submissionRow(ctx.db, applicationId, row.submissionCount);
  const talent = snapshot.talents.find((one) => one.id === talentId);
  const place = { table: 'submission', column: `${talentId}.${fieldId}`, rowId: id };
  const clear = talent?.sealed[fieldId] ? await openSealed(ctx, place) : null;
  if (!talent || clear === null) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx) => {
    await writeAudit(tx, {
      action: 'sensitive.reveal',
      word: `查看完整${fieldById(config, fieldId)?.label ?? '内容'}`,
      subjectKind: 'application',
      subjectId: applicationId,
      detail: { talentId, fieldId, submission: row.submissionCount },
    });
    return ok({ clear });
  });
}
