import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { fileFor, type ReadableFile } from '@/lib/files/queries';

/** A stored file for its enterprise and for staff; null where there is none. */
export async function fileForReading(ctx: Context, id: string, as: 'view' | 'kept'): Promise<ReadableFile | null> {
  return fileFor(ctx, id, as, ({ enterpriseId }) => {
    authorise(ctx.actor, 'file.read', { enterpriseId: enterpriseId ?? undefined });
    return true;
  });
}
