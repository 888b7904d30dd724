import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { decideTakeBack, type WithdrawalCase, type WithdrawalRefusal } from '../rules/decide-withdrawal';
import { APPLICATION } from '../rules/states';
import type { Standing } from '../store';
import type { applicationSchema } from './discard-draft';
import { holdOf, ownApplication, windowFor } from './editing';

type Answer = Result<{ applicationId: string }, WithdrawalRefusal | CommonRefusal>;

/**
 * Takes a submission back to go on editing (取回修改), while no reviewer ever claimed it. One that answers a return goes
 * back under the deadline it had; any other becomes a draft again while the window is open.
 */
export async function takeBack(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof applicationSchema>,
): Promise<Answer> {
  const own = await ownApplication(ctx, input.applicationId, 'application.withdraw');
  if (!own.ok) return own;
  const row = own.value;
  const decision = decideTakeBack(await withdrawalCase(ctx, row));
  if (!decision.ok) return decision;
  const { to } = decision.value;
  try {
    return await transact(ctx, async (tx): Promise<Answer> => {
      const detail = { submission: row.submissionCount };
      const done = await changeStatus(tx, APPLICATION, row, 'takeBack', { to, set: { updatedAt: tx.now }, detail });
      return done.ok ? ok(input) : done;
    });
  } catch (error) {
    // application_one_draft: a new draft of the same year was begun meanwhile.
    if (isUniqueViolation(error)) return refuse({ code: 'wrong-state', now: '已有另一份草稿' });
    throw error;
  }
}

export async function withdrawalCase(ctx: Context<EnterpriseActor>, row: Standing): Promise<WithdrawalCase> {
  return {
    status: row.status,
    claimedThisVersion: row.claimedThisVersion,
    // What counts is whether it was ever returned: a draft that was taken back and handed in again has no deadline.
    submissionCount: row.returnedAt ? row.submissionCount : 1,
    window: await windowFor(ctx, row),
    holdReason: holdOf(row),
  };
}
