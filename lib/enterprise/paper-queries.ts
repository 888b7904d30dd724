import 'server-only';
import type { Context } from '@/lib/access/context';
import { PAPER_READERS, type PaperAsker } from './paper-readers';
import { currentPaper, paperById } from './paper-store';
import {
  isPaperKind,
  PAPER_TITLES,
  type PaperKind,
  type PaperSubject,
  type PaperSubjectKind,
} from './rules/paper-kinds';

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

export type StandingPaper = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly issuedAt: Date;
};

/** The version of a paper that stands, for pages that say which one was printed; null before the first. */
export async function standingPaper(
  ctx: Context,
  subject: PaperSubject,
  kind: PaperKind,
): Promise<StandingPaper | null> {
  const row = await currentPaper(ctx.db, subject, kind);
  return row && { id: row.id, number: row.number, version: row.versionNumber, issuedAt: row.issuedAt };
}
