import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { ok, refuse } from '@/lib/kernel/result';
import * as colleagues from '../colleague-store';
import type { handOverSchema } from '../rules/case.schema';
import * as store from '../store';
import { tellColleague } from './tell-colleague';
import { atHand, type CaseAtHand, type ReviewAnswer } from './case-at-hand';

/**
 * 转交: gives the case in hand to an active colleague of the same stage, with the reason. The state stays; the colleague
 * holds the claim, and it stays kept for them when they are late. What was decided so far is their proposal. At the
 * final stage nobody gets it who decided any version at the first.
 */
export function handOver(
  ctx: Context<StaffActor>,
  { applicationId, toId, reason }: z.infer<typeof handOverSchema>,
): Promise<ReviewAnswer<{ name: string }>> {
  return atHand(ctx, applicationId, async (tx, row) => {
    const allowed = await mayGet(tx, row, toId);
    if (!allowed.ok) return allowed;
    const { name } = allowed.value;
    await store.closeReview(tx.db, row.id, 'HANDED_OVER', tx.now, reason);
    if (!(await colleagues.giveClaim(tx.db, row, toId, tx.now))) return refuse({ code: 'somebody-was-faster' });
    const at = { applicationId: row.id, submissionNumber: row.submissionCount, stage: row.stage };
    await store.openReview(tx.db, { ...at, reviewerId: toId, startedAt: tx.now });
    await colleagues.insertHandover(tx.db, { ...at, fromId: tx.actor.id, toId, reason, at: tx.now });
    const auditId = await writeAudit(tx, {
      ...{ action: 'review.handOver', word: '转交', subjectKind: 'application', subjectId: row.id },
      detail: { note: `转交${name}：${reason}`, toId },
    });
    await tellColleague(tx, 'case-handed-over', row.id, auditId);
    return ok({ name });
  });
}

async function mayGet(tx: Context<StaffActor>, row: CaseAtHand, toId: string): Promise<ReviewAnswer<{ name: string }>> {
  const colleague = (await colleagues.colleaguesOf(tx.db, tx.actor.id)).find(({ id }) => id === toId);
  if (!colleague?.stages.includes(row.stage)) {
    return refuse({ code: 'colleague-cannot', name: colleague?.name ?? '该同事' });
  }
  const madeBy = row.stage === 'FINAL' ? await store.firstStageDeciders(tx.db, row.id) : [];
  return madeBy.includes(toId) ? refuse({ code: 'colleague-cannot', name: colleague.name }) : ok(colleague);
}
