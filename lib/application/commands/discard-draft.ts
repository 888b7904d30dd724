import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { PUBLIC_STATUS } from '../rules/labels';
import * as store from '../store';
import { ownApplication } from './editing';
import { endOrder } from './take-order';

export const applicationSchema = z.strictObject({ applicationId: z.uuid() });
type Input = z.infer<typeof applicationSchema>;
type Answer = Result<{ applicationId: string }, CommonRefusal>;

/** 30 days during which a deleted draft can be had back. */
export const UNDO_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes a draft; for 30 days `restoreDraft` brings it back. Deleting twice is no error. */
export async function discardDraft(ctx: Context<EnterpriseActor>, input: Input): Promise<Answer> {
  const own = await ownApplication(ctx, input.applicationId, 'application.edit');
  if (!own.ok) return own;
  if (own.value.discardedAt) return ok(input);
  if (own.value.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[own.value.status].word });
  return transact(ctx, async (tx): Promise<Answer> => {
    const isDone = await store.discard(tx.db, input.applicationId, tx.now);
    if (!isDone) return refuse({ code: 'somebody-was-faster' });
    await endOrder(tx.db, input.applicationId);
    await note(tx, 'application.discard', '删除草稿', input.applicationId);
    return ok(input);
  });
}

/** Brings a deleted draft back. Refused after 30 days, and while another draft of the same year is open. */
export async function restoreDraft(ctx: Context<EnterpriseActor>, input: Input): Promise<Answer> {
  const own = await ownApplication(ctx, input.applicationId, 'application.edit');
  if (!own.ok) return own;
  const { discardedAt } = own.value;
  if (!discardedAt) return ok(input);
  if (ctx.now.getTime() - discardedAt.getTime() > UNDO_DAYS * DAY_MS) return refuse({ code: 'not-found' });
  try {
    return await transact(ctx, async (tx): Promise<Answer> => {
      const isDone = await store.discard(tx.db, input.applicationId, null);
      if (!isDone) return refuse({ code: 'somebody-was-faster' });
      await note(tx, 'application.undiscard', '恢复草稿', input.applicationId);
      return ok(input);
    });
  } catch (error) {
    // application_one_draft: another draft was begun meanwhile.
    if (isUniqueViolation(error)) return refuse({ code: 'wrong-state', now: '已有另一份草稿' });
    throw error;
  }
}

async function note(tx: Context, action: string, word: string, subjectId: string): Promise<void> {
  await writeAudit(tx, { action, word, subjectKind: 'application', subjectId });
}
