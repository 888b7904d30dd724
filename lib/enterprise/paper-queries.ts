import 'server-only';
import type { Context } from '@/lib/access/context';
import { PAPER_READERS, type PaperAsker } from './paper-readers';
import { paperById } from './paper-store';
import { isPaperKind, PAPER_TITLES, type PaperSubjectKind } from './rules/paper-kinds';

export type PaperFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string };

/**
 * The issued bytes of a paper for whoever its subject lets read them, or null. Never rendered anew: what was issued is
 * what is shown.
 */
export async function paperFile(ctx: Context, id: string, asker: PaperAsker): Promise<PaperFile | null> {
  const row = await paperById(ctx.db, id);
  if (!row || !isPaperKind(row.kind)) return null;
  const mayRead = PAPER_READERS[row.subjectKind as PaperSubjectKind];
  if (!(await mayRead(ctx, row.subjectId, asker))) return null;
  const bytes = await ctx.ports.files.get(row.pdfKey);
  const name = `${PAPER_TITLES[row.kind]}${row.number}第${row.versionNumber}版.pdf`;
  return bytes && { bytes, mediaType: 'application/pdf', name };
}
