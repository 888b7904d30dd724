import 'server-only';
import type { Context } from '@/lib/access/context';
import { deleteUpload, type UnfinishedRow } from '../parts-store';

/** Forgets an upload and its parts. The row goes first: parts without one cost room, a row without parts a person's work. */
export async function dropParts(ctx: Context, { id, partKeys }: Pick<UnfinishedRow, 'id' | 'partKeys'>): Promise<void> {
  await deleteUpload(ctx.db, id);
  for (const key of partKeys) await ctx.ports.files.remove(key);
}
