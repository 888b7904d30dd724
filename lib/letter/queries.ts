import 'server-only';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { isLetterKind, LETTER_TITLES } from './rules/letter-kinds';
import { caseForLetter, letterById, lettersOfCase } from './store';

export type LetterLine = {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly at: Date;
  readonly submission: number;
};

/** The letters of a case for whoever may read the case, newest first. */
export async function caseLetters(ctx: Context, applicationId: string): Promise<LetterLine[]> {
  const row = await caseForLetter(ctx.db, applicationId);
  authorise(ctx.actor, 'application.read', row ?? {});
  const rows = await lettersOfCase(ctx.db, applicationId);
  return rows.flatMap(({ id, kind, number, issuedAt, submissionNumber }) =>
    isLetterKind(kind) ? [{ id, title: LETTER_TITLES[kind], number, at: issuedAt, submission: submissionNumber }] : [],
  );
}

export type LetterFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string };

/** The issued bytes for whoever may read the case, or null. Never drawn anew: what was issued is what is shown. */
export async function letterFile(ctx: Context, id: string): Promise<LetterFile | null> {
  const row = await letterById(ctx.db, id);
  if (!row?.pdfKey || !isLetterKind(row.kind) || !may(ctx.actor, 'application.read', row.application)) return null;
  const bytes = await ctx.ports.files.get(row.pdfKey);
  return bytes && { bytes, mediaType: 'application/pdf', name: `${LETTER_TITLES[row.kind]}${row.number}.pdf` };
}
