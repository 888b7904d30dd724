import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { extensionOf, insertExtension } from '../remedy-store';
import type { ApplicationRefusal } from '../rules/refusals';
import { decideExtension, type remedySchema } from '../rules/remedies';
import { holdOf, ownApplication } from './editing';

type Answer = Result<{ applicationId: string }, ApplicationRefusal | CommonRefusal>;

/** 申请延期: once, of an expired case, within 30 days, with a reason. 复审 answers it. */
export async function askExtension(
  ctx: Context<EnterpriseActor>,
  { applicationId, reason }: z.infer<typeof remedySchema>,
): Promise<Answer> {
  const own = await ownApplication(ctx, applicationId, 'extension.ask');
  if (!own.ok) return own;
  const row = own.value;
  const before = await extensionOf(ctx.db, applicationId);
  if (before?.status === 'ASKED' && before.reason === reason) return ok({ applicationId });
  const decision = decideExtension({
    status: row.status,
    holdReason: holdOf(row),
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    isAsked: before !== null,
    now: ctx.now,
  });
  if (!decision.ok) return decision;
  try {
    return await transact(ctx, async (tx): Promise<Answer> => {
      await insertExtension(tx.db, { applicationId, reason, askedById: ctx.actor.id, askedAt: ctx.now });
      await writeAudit(tx, {
        action: 'application.askExtension',
        word: '申请延期',
        subjectKind: 'application',
        subjectId: applicationId,
        detail: { reason },
      });
      return ok({ applicationId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'extension-asked-before' });
    throw error;
  }
}
