import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { fileFor, type ReadableFile } from '@/lib/files/queries';

/** Papers of objections: only those who handle them may look (lib/objection/file-queries.ts). */
const WITH_A_DOOR_OF_THEIR_OWN = ['objection-paper', 'statement-paper'];

/** A stored file for its enterprise and for staff; null where there is none. */
export async function fileForReading(ctx: Context, id: string, as: 'view' | 'kept'): Promise<ReadableFile | null> {
  return fileFor(ctx, id, as, ({ enterpriseId, purpose }) => {
    if (WITH_A_DOOR_OF_THEIR_OWN.includes(purpose)) return false;
    authorise(ctx.actor, 'file.read', { enterpriseId: enterpriseId ?? undefined });
    return true;
  });
}
