import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { ReviewStage } from './rules/labels';

const ROLE_OF = { FIRST: 'FIRST_REVIEWER', FINAL: 'FINAL_REVIEWER' } as const;

export type Colleague = { readonly id: string; readonly name: string; readonly stages: readonly ReviewStage[] };

/** Everybody active who reviews, but this person. */
export async function colleaguesOf(db: Db, staffId: string): Promise<Colleague[]> {
  const rows = await db.staffUser.findMany({
    where: { status: 'ACTIVE', id: { not: staffId }, roles: { hasSome: Object.values(ROLE_OF) } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true, roles: true },
  });
  return rows.map(({ id, displayName: name, roles }) => ({
    ...{ id, name },
    stages: (['FIRST', 'FINAL'] as const).filter((stage) => roles.includes(ROLE_OF[stage])),
  }));
}

/** Gives the claim of a case to somebody else; it stays kept for that person when the lease runs out unused. */
export async function giveClaim(
  db: Db,
  row: { readonly id: string; readonly version: number },
  toId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.application.updateMany({
    where: { id: row.id, version: row.version },
    data: { claimedById: toId, claimedAt: at, claimSeenAt: at, reservedForId: toId, version: row.version + 1 },
  });
  return count > 0;
}

export async function insertHandover(
  db: Db,
  row: {
    applicationId: string;
    submissionNumber: number;
    stage: ReviewStage;
    fromId: string;
    toId: string;
    reason: string;
    at: Date;
  },
): Promise<void> {
  await db.caseHandover.create({ data: { id: newId(), ...row } });
}

/** The colleague has begun: it no longer waits on the list of what was given to them. */
export async function takeHandovers(db: Db, applicationId: string, toId: string, at: Date): Promise<void> {
  await db.caseHandover.updateMany({ where: { applicationId, toId, takenAt: null }, data: { takenAt: at } });
}

/** What was given to this person, is still theirs and was not begun. */
export const waitingHandovers = (db: Db, toId: string) =>
  db.caseHandover.findMany({
    where: {
      ...{ toId, takenAt: null },
      application: { OR: [{ claimedById: toId }, { claimedById: null, reservedForId: toId }] },
    },
    orderBy: { at: 'asc' },
    include: { application: { select: CASE } },
  });

/** The last time the case in hand was given on, at this stage of this submission. */
export const lastHandover = (db: Db, at: { applicationId: string; submissionNumber: number; stage: ReviewStage }) =>
  db.caseHandover.findFirst({ where: at, orderBy: { at: 'desc' } });

const CASE = {
  ...{ id: true, number: true, status: true, submissionCount: true, claimedById: true, version: true },
  enterprise: { select: { name: true } },
} as const;

const AT_STAGE = {
  FIRST: ['SUBMITTED', 'FIRST_REVIEW'],
  FINAL: ['AWAITING_FINAL', 'FINAL_REVIEW'],
} as const;

export async function insertOpinion(
  db: Db,
  row: {
    applicationId: string;
    submissionNumber: number;
    stage: ReviewStage;
    askedById: string;
    askedOfId: string;
    question: string;
    askedAt: Date;
  },
): Promise<string> {
  const id = newId();
  await db.caseOpinion.create({ data: { id, ...row } });
  return id;
}

export const opinionById = (db: Db, id: string) =>
  db.caseOpinion.findUnique({ where: { id }, include: { application: { select: CASE } } });

export type OpinionRow = NonNullable<Awaited<ReturnType<typeof opinionById>>>;

/** Whether the case is still where the question was put. */
export function isStanding({ stage, submissionNumber, application }: OpinionRow): boolean {
  const isThere = AT_STAGE[stage].some((status) => status === application.status);
  return isThere && application.submissionCount === submissionNumber;
}

export const opinionsOn = (db: Db, applicationId: string) =>
  db.caseOpinion.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });

/** Open questions to this person or by them, or all; those whose case has gone on are among them until the clock comes. */
export const openOpinions = (db: Db, by: { readonly askedOfId?: string; readonly askedById?: string } = {}) =>
  db.caseOpinion.findMany({
    where: { ...by, status: 'ASKED' },
    orderBy: { id: 'asc' },
    take: 200,
    include: { application: { select: CASE } },
  });

/** The latest answers to questions of this person. */
export const answersTo = (db: Db, askedById: string, since: Date) =>
  db.caseOpinion.findMany({
    where: { askedById, status: 'ANSWERED', endedAt: { gte: since } },
    orderBy: { endedAt: 'desc' },
    take: 20,
    include: { application: { select: CASE } },
  });
