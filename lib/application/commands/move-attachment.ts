import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as files from '../attachment-store';
import { editing, type EditingRefusal } from './editing';
import { attachmentSchema } from './remove-attachment';

export const moveAttachmentSchema = attachmentSchema.extend({ by: z.union([z.literal(-1), z.literal(1)]) });

/** Moves a page of a paper one place up or down among those in the same place; at the end it stays. */
export async function moveAttachment(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof moveAttachmentSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx, { row }) => {
    const moved = await files.liveAttachment(tx.db, input.attachmentId, row.id);
    if (!moved) return refuse({ code: 'not-found' });
    const standing = await files.attachmentsAt(tx.db, moved);
    const from = standing.findIndex(({ id }) => id === moved.id);
    const to = Math.min(standing.length - 1, Math.max(0, from + input.by));
    const order = standing.map(({ id }) => id);
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [index, id] of order.entries()) await files.setPosition(tx.db, id, index + 1);
    return ok({});
  });
}
