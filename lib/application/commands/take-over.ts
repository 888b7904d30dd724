import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { refuse } from '@/lib/kernel/result';
import { earlierPapers } from '../take-over-queries';
import { attachFile } from './attach-file';
import { ownApplication } from './editing';

export const takeOverSchema = z.strictObject({
  applicationId: z.uuid(),
  requirementId: z.string().min(1).max(40),
  talentId: z.uuid().nullable(),
  /** The attachment of the earlier application. */
  attachmentId: z.uuid(),
});

/**
 * Attaches a paper of an earlier application of the same enterprise again, without uploading it: the same stored file, a
 * new attachment. Only what `earlierPapers` lists can be taken over, so no other enterprise's and no other person's.
 */
export async function takeOver(
  ctx: Context<EnterpriseActor>,
  { attachmentId, ...place }: z.infer<typeof takeOverSchema>,
): ReturnType<typeof attachFile> {
  const own = await ownApplication(ctx, place.applicationId, 'application.edit');
  if (!own.ok) return own;
  const paper = (await earlierPapers(ctx, place)).find((one) => one.attachmentId === attachmentId);
  if (!paper) return refuse({ code: 'not-found' });
  return attachFile(ctx, { ...place, fileId: paper.fileId });
}
