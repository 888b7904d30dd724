import 'server-only';
import type { Db } from '@/lib/db/client';
import { maskedOf } from '@/lib/db/sealed';
import type { Answers } from '@/lib/programme/rules/config';
import type { PaperCheck } from './rules/paper-check';

/** The table under which a registration's sealed answers stand; the column is the field's id, the row the registration's. */
export const SEALED_REGISTRATION = 'registration';

const CLOSED = ['DONE', 'EXPIRED'] as const;
const currentPapers = { papers: { where: { replacedAt: null } } } as const;

export type RegistrationRow = NonNullable<Awaited<ReturnType<typeof registrationOfBrowser>>>;

/** The latest registration of this browser, whatever its state. */
export const registrationOfBrowser = (db: Db, browserHash: string) =>
  db.registration.findFirst({ where: { browserHash }, orderBy: { createdAt: 'desc' }, include: currentPapers });

export const openRegistrationOfKey = (db: Db, keyId: string) =>
  db.registration.findFirst({ where: { keyId, status: { notIn: [...CLOSED] } }, include: currentPapers });

/** The row as it stands now, locked until the transaction ends. */
export async function lockRegistration(db: Db, id: string): Promise<RegistrationRow> {
  await db.$queryRaw`SELECT id FROM registration WHERE id = ${id}::uuid FOR UPDATE`;
  return db.registration.findUniqueOrThrow({ where: { id }, include: currentPapers });
}

type Identity = {
  readonly provider: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly keyId: string;
  readonly browserHash: string;
  readonly proofId: string;
  readonly provenAt: Date;
  readonly proofGoodUntil: Date;
  readonly certificateNotAfter: Date;
};

export async function insertRegistration(
  db: Db,
  row: Identity & {
    id: string;
    answers: Answers;
    fromRegister: Record<string, string>;
    typedUntil: Date;
    createdAt: Date;
  },
): Promise<void> {
  await db.registration.create({ data: row });
}

/** A newer proof of the same key, from the browser that holds the registration from now on. */
export async function takeOver(db: Db, id: string, identity: Identity): Promise<void> {
  await db.registration.update({ where: { id }, data: { ...identity, version: { increment: 1 } } });
}

export async function writeAnswers(
  db: Db,
  id: string,
  { at, ...typed }: { answers: Answers; fromRegister: Answers; at: Date },
): Promise<void> {
  await db.registration.update({ where: { id }, data: { ...typed, typedAt: at } });
}

export async function markPhoneVerified(db: Db, id: string, at: Date): Promise<void> {
  await db.registration.update({ where: { id }, data: { phoneVerifiedAt: at } });
}

/** Puts a paper in the place of the one before, which stays on record. */
export async function placePaper(
  db: Db,
  paper: {
    id: string;
    registrationId: string;
    kind: string;
    fileId: string;
    check: PaperCheck | null;
    createdAt: Date;
  },
): Promise<void> {
  const { check, ...row } = paper;
  const { registrationId, kind, createdAt } = row;
  const standing = { registrationId, kind, replacedAt: null };
  await db.registrationPaper.updateMany({ where: standing, data: { replacedAt: createdAt } });
  await db.registrationPaper.create({ data: { ...row, ...columnsOf(check) } });
}

/** What the system says of a printed form changes when its content was changed after it was uploaded. */
export async function writePaperCheck(db: Db, id: string, check: PaperCheck): Promise<void> {
  await db.registrationPaper.update({ where: { id }, data: columnsOf(check) });
}

function columnsOf(check: PaperCheck | null) {
  if (!check) return {};
  const { state, findings, version } = check;
  return {
    checkState: state,
    findings: [...findings],
    paperVersion: version,
    check: { ...check, findings: [...findings] },
  };
}

/** Names, kinds and sizes of uploaded files. */
export const filesById = (db: Db, ids: readonly string[]) =>
  db.storedFile.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, originalName: true, mediaType: true, viewType: true, sizeBytes: true },
  });

export const enterpriseIdByUscc = async (db: Db, uscc: string) =>
  (await db.enterprise.findUnique({ where: { uscc }, select: { id: true } }))?.id ?? null;

export async function insertEnterprise(
  db: Db,
  row: {
    id: string;
    uscc: string;
    name: string;
    normalisedName: string;
    profile: Record<string, string>;
    profileSource: string;
    profileAt: Date;
    createdAt: Date;
  },
): Promise<void> {
  await db.enterprise.create({ data: row });
}

/** Open registrations whose days of typing are over. */
export const overdueRegistrations = (db: Db, now: Date) =>
  db.registration.findMany({
    where: { status: { notIn: [...CLOSED] }, typedUntil: { lt: now } },
    select: { id: true, status: true, version: true },
    take: 200,
  });

/** Other open registrations of an enterprise that is registered now: they have nothing left to reach. */
export const otherRegistrations = (db: Db, uscc: string, id: string) =>
  db.registration.findMany({
    where: { uscc, id: { not: id }, status: { notIn: [...CLOSED] } },
    select: { id: true, status: true, version: true },
  });

export async function sealedMasks(db: Db, registrationId: string): Promise<Readonly<Record<string, string>>> {
  return (await maskedOf(db, SEALED_REGISTRATION, [registrationId])).get(registrationId) ?? {};
}
