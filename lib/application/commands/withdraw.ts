import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { decideWithdrawal, type WithdrawalRefusal } from '../rules/decide-withdrawal';
import { APPLICATION } from '../rules/states';
import type { applicationSchema } from './discard-draft';
import { ownApplication } from './editing';
import { withdrawalCase } from './take-back';

type Answer = Result<{ applicationId: string }, WithdrawalRefusal | CommonRefusal>;

/** Ends an application for good (撤回申请): while this submission was never claimed, or after a return. */
export async function withdraw(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof applicationSchema>,
): Promise<Answer> {
  const own = await ownApplication(ctx, input.applicationId, 'application.withdraw');
  if (!own.ok) return own;
  const row = own.value;
  if (row.status === 'WITHDRAWN') return ok(input);
  const decision = decideWithdrawal(await withdrawalCase(ctx, row));
  if (!decision.ok) return decision;
  return transact(ctx, async (tx): Promise<Answer> => {
    const detail = { submission: row.submissionCount };
    const done = await changeStatus(tx, APPLICATION, row, 'withdraw', { set: { updatedAt: tx.now }, detail });
    return done.ok ? ok(input) : done;
  });
}
