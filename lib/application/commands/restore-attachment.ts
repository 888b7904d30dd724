import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { decidePlace, type PlaceRefusal } from '../rules/place-file';
import * as files from '../attachment-store';
import { draftAt } from './draft-at';
import { editing, type EditingRefusal } from './editing';
import type { attachmentSchema } from './remove-attachment';

/**
 * Puts a removed file back in its place, if the place still asks for it and has room. One that was replaced changes
 * places with what replaced it, which can be restored in its turn.
 */
export async function restoreAttachment(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof attachmentSchema>,
): Promise<Result<{ revision: number }, EditingRefusal | PlaceRefusal>> {
  return editing<object, EditingRefusal | PlaceRefusal>(ctx, input.applicationId, async (tx, at) => {
    const removed = await files.removedAttachment(tx.db, input.attachmentId, at.row.id);
    if (!removed) return refuse({ code: 'not-found' });
    const successor = removed.replacedById && (await files.liveAttachment(tx.db, removed.replacedById, at.row.id));
    if (successor) {
      await files.removeAttachment(tx.db, successor.id, at.row.id, { at: tx.now, replacedById: removed.id });
    }
    const place = decidePlace(await draftAt(tx, at), at.config, removed);
    if (!place.ok) return place;
    await files.putBack(tx.db, removed.id, successor ? successor.position : removed.position);
    return ok({});
  });
}
