import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { fileFor, pagesFor, type FileForm, type FileOwner, type ReadableFile } from '@/lib/files/queries';

/** Papers of objections: only those who handle them may look (lib/objection/file-queries.ts). */
const WITH_A_DOOR_OF_THEIR_OWN = ['objection-paper', 'statement-paper'];

/** A stored file for its enterprise and for staff; null where there is none. */
export async function fileForReading(ctx: Context, id: string, as: FileForm): Promise<ReadableFile | null> {
  return fileFor(ctx, id, as, mayRead(ctx));
}

/** How many drawn pages a PDF has, for the same people; null while they are being drawn. */
export async function pagesForReading(ctx: Context, id: string): Promise<number | null | undefined> {
  return pagesFor(ctx, id, mayRead(ctx));
}

function mayRead(ctx: Context) {
  return ({ enterpriseId, purpose }: FileOwner) => {
    if (WITH_A_DOOR_OF_THEIR_OWN.includes(purpose)) return false;
    authorise(ctx.actor, 'file.read', { enterpriseId: enterpriseId ?? undefined });
    return true;
  };
}
