import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { removeAttachment as take } from '../attachment-store';
import { editing, type EditingRefusal } from './editing';

export const attachmentSchema = z.strictObject({ applicationId: z.uuid(), attachmentId: z.uuid() });

/** Takes a file from its place; the bytes stay, and `restoreAttachment` undoes it. */
export async function removeAttachment(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof attachmentSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx, { row }) => {
    const removed = await take(tx.db, input.attachmentId, row.id, { at: tx.now });
    return removed ? ok({}) : refuse({ code: 'not-found' });
  });
}
