import 'server-only';
import { parseSnapshot } from '@/lib/application/rules/snapshot';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { LETTER_PREFIXES } from './rules/letter-kinds';
import { letterModelSchema, type LetterModel } from './rules/letter-model';

export const letterOfEvent = (db: Db, eventId: string) => db.letter.findUnique({ where: { eventId } });

export const letterById = (db: Db, id: string) =>
  db.letter.findUnique({
    where: { id },
    include: { application: { select: { enterpriseId: true, programmeId: true } } },
  });

/** The letters of a case that are drawn, newest first. */
export const lettersOfCase = (db: Db, applicationId: string) =>
  db.letter.findMany({
    where: { applicationId, pdfKey: { not: null } },
    orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, kind: true, number: true, issuedAt: true, submissionNumber: true },
  });

/** The act that calls for a letter, as the log has it. */
export const eventById = (db: Db, id: string) =>
  db.auditEntry.findUnique({ where: { id }, select: { at: true, detail: true, toStatus: true, fromStatus: true } });

export const caseForLetter = (db: Db, id: string) => db.application.findUnique({ where: { id } });
export type CaseForLetter = NonNullable<Awaited<ReturnType<typeof caseForLetter>>>;

/** The submission that stood when something happened, picture and number. */
export async function submissionAt(db: Db, applicationId: string, at: Date) {
  const row = await db.submission.findFirstOrThrow({
    where: { applicationId, submittedAt: { lte: at } },
    orderBy: { number: 'desc' },
    select: { number: true, snapshot: true },
  });
  return { number: row.number, snapshot: parseSnapshot(row.snapshot) };
}

/** The comments that went out with the return of a submission, in the order in which they were written. */
export const sentComments = (db: Db, applicationId: string, submissionNumber: number) =>
  db.reviewComment.findMany({
    where: { applicationId, submissionNumber, withdrawnAt: null, sentAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { target: true, text: true, stage: true },
  });

/** Why talents are not supported, by talent; the final stage's word before the first one's. */
export async function refusalReasons(db: Db, applicationId: string, submissionNumber: number) {
  const rows = await db.talentDecision.findMany({
    where: { applicationId, submissionNumber, supported: false },
    orderBy: { stage: 'asc' },
    select: { talentId: true, reason: true },
  });
  return new Map(rows.flatMap(({ talentId, reason }) => (reason ? [[talentId, reason] as const] : [])));
}

export const filesOf = (db: Db, ids: readonly string[]) =>
  db.storedFile.findMany({ where: { id: { in: [...ids] } }, select: { id: true, mediaType: true, keptKey: true } });

export type LetterToFreeze = {
  readonly applicationId: string;
  readonly eventId: string;
  readonly submission: number;
  readonly issuedAt: Date;
  readonly content: LetterModel['content'];
  readonly model: Omit<LetterModel, 'number' | 'issuedOn' | 'content'>;
};

/** Gives a letter its number and freezes what it says, in the caller's transaction. Throws when the event has one. */
export async function insertLetter(
  ctx: Context,
  letter: LetterToFreeze,
  hashOf: (model: LetterModel) => string,
): Promise<void> {
  const { content, issuedAt } = letter;
  const prefix = LETTER_PREFIXES[content.kind];
  const issuedOn = shanghaiDayOf(issuedAt);
  const year = Number(issuedOn.slice(0, 4));
  const number = formatNumber(prefix, year, await nextNumber(ctx.db, prefix, year));
  const model: LetterModel = letterModelSchema.parse({ ...letter.model, number, issuedOn, content });
  await ctx.db.letter.create({
    data: {
      id: newId(),
      applicationId: letter.applicationId,
      kind: content.kind,
      number,
      eventId: letter.eventId,
      submissionNumber: letter.submission,
      model,
      contentSha256: hashOf(model),
      issuedAt,
    },
  });
}

export type DrawnLetter = {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly codes: readonly string[];
};

/** Puts the drawn bytes on record, once; false when they stood there already. */
export async function keepDrawn(db: Db, id: string, drawn: DrawnLetter): Promise<boolean> {
  const { count } = await db.letter.updateMany({
    where: { id, pdfKey: null },
    data: {
      pdfKey: drawn.key,
      pdfSha256: drawn.sha256,
      pdfBytes: drawn.bytes,
      pages: drawn.codes.length,
      pageCodes: [...drawn.codes],
    },
  });
  return count > 0;
}
