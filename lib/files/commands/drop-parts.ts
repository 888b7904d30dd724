import 'server-only';
import type { Context } from '@/lib/access/context';
import { deleteUpload, type UnfinishedRow } from '../parts-store';
import type { UploadOutcome } from '../rules/upload-figures';
import { tallyUpload } from '../tally-store';

type Dropped = Pick<UnfinishedRow, 'id' | 'partKeys' | 'fileId' | 'browser'>;

/**
 * Forgets an upload and its parts, and counts how one that never became a file ended, unless that was counted already.
 * The row goes first: parts without one cost room, a row without parts a person's work.
 */
export async function dropParts(ctx: Context, upload: Dropped, ended: UploadOutcome | 'counted'): Promise<void> {
  const isGone = await deleteUpload(ctx.db, upload.id);
  if (isGone && !upload.fileId && ended !== 'counted') await tallyUpload(ctx, upload.browser, ended);
  for (const key of upload.partKeys) await ctx.ports.files.remove(key);
}
