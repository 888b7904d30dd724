import 'server-only';
import type { Db } from '@/lib/db/client';
import type { CaProvider } from './rules/ca-provider';

export const insertChallenge = (
  db: Db,
  row: {
    id: string;
    provider: CaProvider;
    purpose: string;
    origin: string;
    browserHash: string;
    digest: string;
    createdAt: Date;
    expiresAt: Date;
  },
) => db.caChallenge.create({ data: row });

export const challengeById = (db: Db, id: string) => db.caChallenge.findUnique({ where: { id } });

/** True for the one caller that uses the challenge up. */
export async function spendChallenge(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.caChallenge.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

export const insertProof = (
  db: Db,
  row: {
    id: string;
    challengeId: string;
    provider: CaProvider;
    purpose: string;
    browserHash: string;
    uscc: string;
    enterpriseName: string;
    algorithm: string;
    keyId: string;
    certificateSha256: string;
    certificateNotAfter: Date;
    provenAt: Date;
    goodUntil: Date;
  },
) => db.caProof.create({ data: row });

type ProofKey = { readonly proofId: string; readonly purpose: string; readonly browserHash: string };

const good = ({ proofId, purpose, browserHash }: ProofKey, now: Date) => ({
  id: proofId,
  purpose,
  browserHash,
  spentAt: null,
  goodUntil: { gt: now },
});

export const goodProof = (db: Db, key: ProofKey, now: Date) => db.caProof.findFirst({ where: good(key, now) });

export const proofById = (db: Db, id: string) => db.caProof.findUniqueOrThrow({ where: { id } });

/** True for the one caller that spends the proof: every condition is part of the same statement. */
export async function markSpent(db: Db, key: ProofKey, now: Date): Promise<boolean> {
  const { count } = await db.caProof.updateMany({ where: good(key, now), data: { spentAt: now } });
  return count === 1;
}

/** Challenges that led to nothing, and unspent proofs that are over, with their challenges. */
export async function removeStaleProofs(db: Db, before: Date): Promise<number> {
  const idle = await db.caChallenge.deleteMany({ where: { expiresAt: { lt: before }, proof: null } });
  const over = await db.caChallenge.deleteMany({ where: { proof: { spentAt: null, goodUntil: { lt: before } } } });
  return idle.count + over.count;
}

export const settingValue = async (db: Db, key: string): Promise<unknown> =>
  (await db.setting.findUnique({ where: { key } }))?.value ?? null;

export const keepSetting = (db: Db, key: string, value: object, updatedAt: Date) =>
  db.setting.upsert({ where: { key }, create: { key, value, updatedAt }, update: { value, updatedAt } });

/** Which verified lists a provider has; addresses that gave none so far are left out. */
export async function keptCrlHashes(db: Db, provider: CaProvider): Promise<string[]> {
  const rows = await db.caCrl.findMany({ where: { provider, der: { not: null } }, select: { sha256: true } });
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
}

export async function crlBytes(db: Db, sha256: string): Promise<Uint8Array | null> {
  return (await db.caCrl.findFirst({ where: { sha256 }, select: { der: true } }))?.der ?? null;
}

export const crlStates = (db: Db) => db.caCrl.findMany({ omit: { der: true }, orderBy: { address: 'asc' } });

export const crlState = (db: Db, address: string) => db.caCrl.findUnique({ where: { address }, omit: { der: true } });

type CrlRow = {
  address: string;
  provider: CaProvider;
  der: Uint8Array<ArrayBuffer>;
  sha256: string;
  issuer: string;
  number: string | null;
  entries: number;
  thisUpdate: Date;
  nextUpdate: Date | null;
  fetchedAt: Date;
  triedAt: Date;
  fault: null;
};

export const keepCrl = (db: Db, row: CrlRow) =>
  db.caCrl.upsert({ where: { address: row.address }, create: row, update: row });

/** A failed attempt; the list from before stays. */
export const keepCrlFault = (db: Db, row: { address: string; provider: CaProvider; fault: string; triedAt: Date }) =>
  db.caCrl.upsert({
    where: { address: row.address },
    create: row,
    update: { provider: row.provider, fault: row.fault, triedAt: row.triedAt },
  });

export const settingRow = (db: Db, key: string) => db.setting.findUnique({ where: { key } });

/** Two who change the same setting wait for one another; the row itself may not be there yet. */
export async function lockSetting(db: Db, key: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`setting ${key}`}, 0))`;
}

/** The last changes of what administrators set, the newest first. */
export const caChanges = (db: Db, subjectId: string, most: number) =>
  db.auditEntry.findMany({
    where: { subjectKind: 'caFields', subjectId },
    orderBy: { sequence: 'desc' },
    take: most,
    select: { id: true, at: true, actorLabel: true, word: true, detail: true },
  });

/** Whether an enterprise of this USCC has accounts here; asked only after its key has proven it. */
export const isRegistered = async (db: Db, uscc: string) =>
  (await db.enterprise.findUnique({ where: { uscc }, select: { id: true } })) !== null;
