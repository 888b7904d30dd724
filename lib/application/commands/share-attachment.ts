import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as files from '../attachment-store';
import { decidePlace, type PlaceRefusal } from '../rules/place-file';
import { filesOf } from '../rules/requirements';
import { draftAt } from './draft-at';
import { editing, type EditingRefusal } from './editing';

export const shareAttachmentSchema = z.strictObject({
  applicationId: z.uuid(),
  /** The file that is there already, of one talent. */
  attachmentId: z.uuid(),
  talentIds: z.array(z.uuid()).min(1).max(500),
});

/**
 * One paper for several talents: the file of one is attached to the same place of the others too, all or none. It is
 * stored once and takes no more room; removing it from one leaves it with the others. Whoever has it is passed over.
 */
export async function shareAttachment(
  ctx: Context<EnterpriseActor>,
  { applicationId, attachmentId, talentIds }: z.infer<typeof shareAttachmentSchema>,
): Promise<Result<{ revision: number; added: number }, EditingRefusal | PlaceRefusal>> {
  return editing<{ added: number }, EditingRefusal | PlaceRefusal>(ctx, applicationId, async (tx, at) => {
    const given = await files.liveAttachment(tx.db, attachmentId, applicationId);
    if (!given || !(await files.ownFile(tx.db, given.fileId, tx.actor.enterpriseId))) {
      return refuse({ code: 'not-found' });
    }
    const { requirementId, fileId } = given;
    const draft = await draftAt(tx, at);
    const rows = [];
    for (const talentId of new Set(talentIds)) {
      const there = filesOf(draft.attachments, requirementId, talentId);
      if (there.some((file) => file.fileId === fileId)) continue;
      const place = decidePlace(draft, at.config, { requirementId, talentId });
      if (!place.ok) return place;
      // After whatever stands there: positions of removed files may lie between.
      const position = there.length + 1 + given.position;
      rows.push({ id: newId(), applicationId, requirementId, talentId, fileId, position, createdAt: tx.now });
    }
    await files.insertAttachments(tx.db, rows);
    return ok({ added: rows.length });
  });
}
