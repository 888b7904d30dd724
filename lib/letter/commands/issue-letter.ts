import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction, isUniqueViolation } from '@/lib/db/transact';
import { contentHash } from '@/lib/paper/render/content-hash';
import { versionById } from '@/lib/programme/queries';
import { isLetterKind, LETTER_TITLES, type LetterKind } from '../rules/letter-kinds';
import { letterModelSchema } from '../rules/letter-model';
import * as store from '../store';
import { letterContent } from './letter-content';

export type LetterPayload = { readonly kind: string; readonly subjectId: string; readonly eventId: string };

/**
 * Issues the letter that an event calls for, once, however often and however parallel the job runs. Number and words are
 * frozen first, in one transaction; what is drawn of them is the same every time, so a run that was cut off is taken up
 * where it stopped. Throws when it cannot be drawn, so that the queue tries again.
 */
export async function issueLetter(ctx: Context, payload: LetterPayload): Promise<void> {
  authorise(ctx.actor, 'jobs.run');
  const { kind, eventId } = payload;
  if (!isLetterKind(kind)) throw new Error(`no letter of kind ${kind}`);
  const row = (await store.letterOfEvent(ctx.db, eventId)) ?? (await freeze(ctx, kind, payload));
  if (!row || row.pdfKey) return;
  const rendered = await ctx.ports.letters.render(letterModelSchema.parse(row.model));
  if (!rendered.ok) throw new Error(`${row.number} cannot be printed: ${rendered.refusal.characters.join('')}`);
  const { pdf, sha256, codes } = rendered.value;
  const key = `letters/${row.number}-${sha256.slice(0, 16)}.pdf`;
  await ctx.ports.files.put(key, pdf, 'application/pdf');
  await inTransaction(ctx, async (tx) => {
    if (!(await store.keepDrawn(tx.db, row.id, { key, sha256, bytes: pdf.byteLength, codes }))) return;
    await writeAudit(tx, {
      action: 'letter.issue',
      word: `出具${LETTER_TITLES[kind]}`,
      subjectKind: 'application',
      subjectId: row.applicationId,
      detail: { letterId: row.id, number: row.number, sha256 },
    });
  });
}

async function freeze(ctx: Context, kind: LetterKind, { subjectId, eventId }: LetterPayload) {
  const [row, event] = await Promise.all([store.caseForLetter(ctx.db, subjectId), store.eventById(ctx.db, eventId)]);
  if (!row?.number || !event) return null;
  const [{ number: submission, snapshot }, { config }] = await Promise.all([
    store.submissionAt(ctx.db, row.id, event.at),
    versionById(ctx, row.programmeVersionId),
  ]);
  const content = await letterContent(ctx, kind, { ...event, row, submission, snapshot, config });
  if (!content) return null;
  const { office, telephone, address } = config.notice;
  const model = {
    office: { name: office, telephone, address },
    programme: { name: snapshot.programme.name, year: snapshot.programme.year },
    enterprise: { name: snapshot.enterprise.name, uscc: snapshot.enterprise.uscc },
    caseNumber: row.number,
    submission,
  };
  const letter = { applicationId: row.id, eventId, submission, issuedAt: event.at, content, model };
  try {
    await inTransaction(ctx, (tx) => store.insertLetter(tx, letter, contentHash));
  } catch (error) {
    // Another run froze it in this instant; its number stands.
    if (!isUniqueViolation(error)) throw error;
  }
  return store.letterOfEvent(ctx.db, eventId);
}
