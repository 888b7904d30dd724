import 'server-only';
import type { Db } from '@/lib/db/client';
import { batchObstacle } from './rules/batch-totals';
import { heldBecause, talentHoldOf } from './rules/holds';
import { payableLines } from './rules/talent-lines';

/** Takes the cases for this transaction in one order, so that none gets into two batches at once. */
export async function lockCases(db: Db, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT id FROM application WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

const caseSelect = {
  id: true,
  number: true,
  status: true,
  version: true,
  programmeId: true,
  programmeYear: true,
  contactId: true,
  enterpriseId: true,
  awardLines: true,
  holdReason: true,
  enterprise: { select: { name: true, status: true } },
  talents: { where: { removedAt: null, holdReason: { not: null } }, select: { name: true, holdReason: true } },
} as const;

/**
 * Cases as a batch sees them: what each is still to be paid, line by line, and why it cannot go in, if so.
 * `besides` is a batch whose own naming of a case is no obstacle.
 */
export async function casesForBatch(db: Db, where: CaseFilter, besides?: string) {
  const rows = await db.application.findMany({
    where,
    select: caseSelect,
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
  });
  const ids = rows.map((row) => row.id);
  const fallen = await fallenTalents(db, ids);
  const drafts = await draftsNaming(db, ids, besides);
  return rows.map((row) => {
    const lines = row.awardLines === null ? [] : payableLines(row.awardLines, fallen);
    const amountFen = lines.reduce((sum, line) => sum + line.grantedFen, 0);
    const hold = heldBecause({
      disbursementHold: null,
      caseHold: row.holdReason,
      enterpriseFrozen: row.enterprise.status === 'FROZEN',
      talentHold: talentHoldOf(row.talents),
    });
    const facts = { status: row.status, payableFen: amountFen, hold, inDraft: drafts.get(row.id) ?? null };
    const { awardLines: _sealedIn, talents: _held, enterprise, ...own } = row;
    return { ...own, enterpriseName: enterprise.name, lines, amountFen, obstacle: batchObstacle(facts) };
  });
}

export type CaseForBatch = Awaited<ReturnType<typeof casesForBatch>>[number];
type CaseFilter = { id?: { in: string[] }; status?: 'CLEARED'; programmeId?: string; programmeYear?: number };

/** Talents who fell away in an earlier disbursement of these cases. */
export async function fallenTalents(db: Db, applicationIds: string[]): Promise<Set<string>> {
  const rows = await db.disbursementLine.findMany({
    where: { state: 'FALLEN_AWAY', disbursement: { applicationId: { in: applicationIds } } },
    select: { talentId: true },
  });
  return new Set(rows.map((row) => row.talentId));
}

async function draftsNaming(db: Db, applicationIds: string[], besides?: string): Promise<Map<string, string>> {
  const rows = await db.batchMember.findMany({
    where: {
      applicationId: { in: applicationIds },
      batch: { status: 'DRAFT', ...(besides ? { id: { not: besides } } : {}) },
    },
    select: { applicationId: true, batch: { select: { number: true } } },
  });
  return new Map(rows.map((row) => [row.applicationId, row.batch.number]));
}

export async function insertBatch(
  db: Db,
  batch: { id: string; number: string; programmeId: string; year: number; makerId: string; createdAt: Date },
  members: readonly { applicationId: string; amountFen: number }[],
): Promise<void> {
  await db.disbursementBatch.create({ data: batch });
  await db.batchMember.createMany({
    data: members.map(({ applicationId, amountFen }) => ({
      batchId: batch.id,
      applicationId,
      amountFen: BigInt(amountFen),
    })),
  });
}

/** A batch with its members, amounts in whole fen; null when there is none. */
export async function batchForAct(db: Db, id: string) {
  const row = await db.disbursementBatch.findUnique({ where: { id }, include: { members: true } });
  if (!row) return null;
  const members = row.members.map(({ applicationId, amountFen }) => ({ applicationId, amountFen: Number(amountFen) }));
  return { ...row, members };
}

export async function insertDisbursement(
  db: Db,
  row: {
    id: string;
    batchId: string;
    applicationId: string;
    enterpriseId: string;
    amountFen: number;
    contactId: string | null;
    bankAccountId: string | null;
    openedAt: Date;
  },
  lines: readonly { id: string; talentId: string; name: string; categoryLabel: string; grantedFen: number }[],
): Promise<void> {
  await db.disbursement.create({ data: { ...row, amountFen: BigInt(row.amountFen), lastActAt: row.openedAt } });
  const granted = await db.grantedPerson.findMany({
    where: { applicationId: row.applicationId },
    select: { talentId: true, person: true },
  });
  const persons = new Map(granted.map(({ talentId, person }) => [talentId, person]));
  await db.disbursementLine.createMany({
    data: lines.map(({ grantedFen, ...line }, index) => ({
      ...line,
      person: persons.get(line.talentId) ?? null,
      disbursementId: row.id,
      position: index + 1,
      amountFen: BigInt(grantedFen),
    })),
  });
}

/**
 * The account that stands on the page before an enterprise confirms: the one it was last paid to, else the only one it
 * has; no entry where it must choose. By enterprise.
 */
export async function proposedAccounts(db: Db, enterpriseIds: readonly string[]): Promise<Map<string, string>> {
  const of = { enterpriseId: { in: [...new Set(enterpriseIds)] } };
  const accounts = await db.bankAccount.findMany({
    where: { ...of, retiredAt: null },
    select: { id: true, enterpriseId: true },
  });
  const confirmed = await db.disbursement.findMany({
    where: { ...of, confirmedAt: { not: null }, bankAccount: { retiredAt: null } },
    orderBy: { confirmedAt: 'asc' },
    select: { enterpriseId: true, bankAccountId: true },
  });
  const proposed = new Map<string, string>();
  for (const { id, enterpriseId } of accounts) {
    const isOnly = accounts.every((other) => other.id === id || other.enterpriseId !== enterpriseId);
    if (isOnly) proposed.set(enterpriseId, id);
  }
  for (const { enterpriseId, bankAccountId } of confirmed) if (bankAccountId) proposed.set(enterpriseId, bankAccountId);
  return proposed;
}

/** Disbursements of a batch that have not come to an end. */
export const openInBatch = (db: Db, batchId: string) =>
  db.disbursement.count({
    where: { batchId, status: { notIn: ['PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'] } },
  });
