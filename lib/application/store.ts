import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { Fen } from '@/lib/kernel/fen';
import type { Answers } from '@/lib/programme/rules/config';
import { SEALED_TALENT } from './draft-store';
import type { SubmissionSnapshot } from './rules/snapshot';

const EDITABLE = ['DRAFT', 'RETURNED'] as const;

/** What every command asks of an application before anything else. */
export const standingOf = (db: Db, id: string) =>
  db.application.findUnique({ where: { id }, include: { programme: true } });

export type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

export const windowOf = (db: Db, programmeId: string, year: number) =>
  db.programmeYear.findUniqueOrThrow({ where: { programmeId_year: { programmeId, year } } });

export const openDraft = (db: Db, enterpriseId: string, programmeId: string, programmeYear: number) =>
  db.application.findFirst({
    where: { enterpriseId, programmeId, programmeYear, status: 'DRAFT', discardedAt: null },
    select: { id: true },
  });

export async function insertDraft(
  db: Db,
  row: {
    id: string;
    enterpriseId: string;
    programmeId: string;
    programmeVersionId: string;
    programmeYear: number;
    answers: Answers;
    instructionsVersion: string;
    contactId: string | null;
    createdById: string;
    at: Date;
  },
): Promise<void> {
  const { at, instructionsVersion, ...rest } = row;
  const acceptedNotice = { version: instructionsVersion, at: at.toISOString() };
  await db.application.create({ data: { ...rest, acceptedNotice, createdAt: at, updatedAt: at } });
}

/**
 * Takes the next revision of what can be edited, which locks the application's row until the transaction ends: changes
 * of one application come one after another. Null when it cannot be edited (any more).
 */
export async function takeRevision(db: Db, id: string, at: Date): Promise<number | null> {
  const { count } = await db.application.updateMany({
    where: { id, status: { in: [...EDITABLE] }, discardedAt: null },
    data: { revision: { increment: 1 }, updatedAt: at },
  });
  if (count === 0) return null;
  return (await db.application.findUniqueOrThrow({ where: { id }, select: { revision: true } })).revision;
}

/** Locks the row for a submission without counting the revision up. */
export async function lockEditable(db: Db, id: string): Promise<boolean> {
  const where = { id, status: { in: [...EDITABLE] }, discardedAt: null };
  return (await db.application.updateMany({ where, data: { revision: { increment: 0 } } })).count > 0;
}

export async function saveAnswers(db: Db, id: string, answers: Answers): Promise<void> {
  await db.application.update({ where: { id }, data: { answers } });
}

/** Pins an application to another version of its programme; `accepted` where its 申请说明 was read anew. */
export async function pinVersion(
  db: Db,
  id: string,
  programmeVersionId: string,
  accepted: { readonly version: string; readonly at: string } | null,
): Promise<void> {
  await db.application.update({
    where: { id },
    data: { programmeVersionId, ...(accepted && { acceptedNotice: accepted }) },
  });
}

/** Sealed answers of fields that are not asked for any more. */
export async function dropSealed(db: Db, talentIds: readonly string[], fieldIds: readonly string[]): Promise<void> {
  const where = { tableName: SEALED_TALENT, rowId: { in: [...talentIds] }, columnName: { in: [...fieldIds] } };
  if (fieldIds.length > 0) await db.sealedValue.deleteMany({ where });
}

export async function saveContact(db: Db, id: string, contactId: string): Promise<void> {
  await db.application.update({ where: { id }, data: { contactId } });
}

export async function saveExpected(db: Db, id: string, expectedFen: number): Promise<void> {
  await db.application.update({ where: { id }, data: { expectedFen } });
}

/** A contact of this enterprise that may be chosen. */
export const contactToChoose = (db: Db, id: string, enterpriseId: string) =>
  db.contact.findFirst({ where: { id, enterpriseId, retiredAt: null }, select: { id: true } });

/** The contact of the enterprise's latest application, else its only one: offered in a new draft. */
export async function usualContact(db: Db, enterpriseId: string): Promise<string | null> {
  const latest = await db.application.findFirst({
    where: { enterpriseId, contact: { retiredAt: null } },
    orderBy: { updatedAt: 'desc' },
    select: { contactId: true },
  });
  if (latest) return latest.contactId;
  const contacts = await db.contact.findMany({
    where: { enterpriseId, retiredAt: null },
    select: { id: true },
    take: 2,
  });
  return contacts.length === 1 ? (contacts[0]?.id ?? null) : null;
}

export async function discard(db: Db, id: string, at: Date | null): Promise<boolean> {
  const where = { id, status: 'DRAFT' as const, discardedAt: at ? null : { not: null } };
  return (await db.application.updateMany({ where, data: { discardedAt: at, updatedAt: at ?? undefined } })).count > 0;
}

export const liveTalents = (db: Db, applicationId: string) =>
  db.talent.findMany({ where: { applicationId, removedAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });

export const talentOf = (db: Db, id: string, applicationId: string) =>
  db.talent.findFirst({ where: { id, applicationId, removedAt: null } });

export async function insertTalent(
  db: Db,
  row: {
    applicationId: string;
    position: number;
    category: string;
    idType: string;
    answers: Answers;
    amountFen: number;
    createdAt: Date;
  },
): Promise<string> {
  const id = newId();
  await db.talent.create({ data: { id, name: '', ...row } });
  return id;
}

export async function saveTalent(
  db: Db,
  id: string,
  row: { name: string; idType: string; category: string; answers: Answers; amountFen: number },
): Promise<void> {
  await db.talent.update({ where: { id }, data: { ...row, version: { increment: 1 } } });
}

/** Takes talents off the list, or (null) puts back those that were taken off. Answers how many. */
export async function removeTalents(
  db: Db,
  ids: readonly string[],
  applicationId: string,
  at: Date | null,
): Promise<number> {
  const where = { id: { in: [...ids] }, applicationId, removedAt: at ? null : { not: null } };
  return (await db.talent.updateMany({ where, data: { removedAt: at, version: { increment: 1 } } })).count;
}

/** One statement, however long the list is. */
export async function savePositions(db: Db, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE talent SET position = listed.place::int
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS listed(id, place) WHERE talent.id = listed.id`;
}

/** The sum of the live talents' standards. */
export async function standardSum(db: Db, applicationId: string): Promise<Fen> {
  const sum = await db.talent.aggregate({ where: { applicationId, removedAt: null }, _sum: { amountFen: true } });
  return Number(sum._sum.amountFen ?? 0);
}

/** What the enterprise was granted so far in a programme year, in fen. */
export async function grantedThisYear(db: Db, row: Pick<Standing, 'enterpriseId' | 'programmeId' | 'programmeYear'>) {
  const { enterpriseId, programmeId, programmeYear: year } = row;
  const key = { enterpriseId_programmeId_year: { enterpriseId, programmeId, year } };
  const found = await db.enterpriseYear.findUnique({ where: key });
  return Number(found?.grantedFen ?? 0);
}

/** Which of these people (blind index `person` over ID type and number) were granted in another case. */
export async function grantedAmong(
  db: Db,
  programmeId: string,
  applicationId: string,
  persons: readonly string[],
): Promise<Set<string>> {
  const rows = await db.grantedPerson.findMany({
    where: { programmeId, person: { in: [...persons] }, NOT: { applicationId } },
    select: { person: true },
  });
  return new Set(rows.map(({ person }) => person));
}

export const submissionRow = (db: Db, applicationId: string, number: number) =>
  db.submission.findUnique({ where: { applicationId_number: { applicationId, number } } });

/** Comments that were sent with the last return; those of earlier ones are history. */
export async function commentsOfReturn(db: Db, applicationId: string) {
  const rows = await db.reviewComment.findMany({
    where: { applicationId, withdrawnAt: null, sentAt: { not: null } },
    orderBy: { id: 'asc' },
  });
  const last = Math.max(...rows.map(({ submissionNumber }) => submissionNumber));
  return rows.filter(({ submissionNumber }) => submissionNumber === last);
}

export const isActiveStaff = async (db: Db, id: string) =>
  (await db.staffUser.count({ where: { id, status: 'ACTIVE' } })) > 0;

export async function insertSubmission(
  db: Db,
  row: {
    id: string;
    applicationId: string;
    number: number;
    snapshot: SubmissionSnapshot;
    sha256: string;
    submittedById: string;
    submittedAt: Date;
  },
): Promise<void> {
  await db.submission.create({ data: row });
}

export async function insertSealed(db: Db, rows: Prisma.SealedValueCreateManyInput[]): Promise<void> {
  if (rows.length > 0) await db.sealedValue.createMany({ data: rows });
}
