import 'server-only';
import type { Db } from '@/lib/db/client';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { heldBecause, publicHold, talentHoldOf } from './rules/holds';
import type { LineState, TalentLine } from './rules/talent-lines';
import { disbursementTerms } from './rules/terms';

const withAll = {
  application: {
    include: {
      programmeVersion: { select: { config: true } },
      talents: { where: { removedAt: null, holdReason: { not: null } }, select: { name: true, holdReason: true } },
    },
  },
  enterprise: { select: { name: true, status: true } },
  lines: {
    orderBy: { position: 'asc' },
    include: { proofs: { where: { replacedAt: null }, select: { issuedOn: true } } },
  },
} as const;

/** A disbursement with all that a command decides by; null when there is none. Amounts in whole fen. */
export async function forAct(db: Db, id: string) {
  const row = await db.disbursement.findUnique({ where: { id }, include: withAll });
  if (!row) return null;
  const { application, enterprise, lines, ...own } = row;
  const holds = {
    disbursementHold: row.holdReason,
    caseHold: application.holdReason,
    enterpriseFrozen: enterprise.status === 'FROZEN',
  };
  return {
    ...own,
    amountFen: Number(row.amountFen),
    enterpriseName: enterprise.name,
    caseNumber: application.number ?? '',
    caseId: application.id,
    programmeId: application.programmeId,
    terms: disbursementTerms.parse(application.programmeVersion.config),
    /** For staff. */
    hold: heldBecause(holds),
    /** For the enterprise. */
    publicHold: publicHold(holds),
    /** Stops the printing and the payment only. */
    talentHold: talentHoldOf(application.talents),
    lines: lines.map(({ proofs, ...line }): TalentLine & { talentId: string } => ({
      id: line.id,
      talentId: line.talentId,
      name: line.name,
      amountFen: Number(line.amountFen),
      state: line.state as LineState,
      leftReason: line.leftReason,
      proofIssuedOn: proofs[0] ? shanghaiDay(proofs[0].issuedOn) : null,
    })),
  };
}

export type DisbursementForAct = NonNullable<Awaited<ReturnType<typeof forAct>>>;

/** Takes the rows for this transaction in one order, so that two acts over several never wait for each other in a ring. */
export async function lockDisbursements(db: Db, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT id FROM disbursement WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

type RowRead = Pick<DisbursementForAct, 'id' | 'status' | 'version'>;

/** Sets columns that are no status, if nobody changed the row since it was read; true when it was done. */
export async function setIfUnchanged(
  db: Db,
  row: RowRead,
  data: {
    bankAccountId?: string;
    contactId?: string;
    notBefore?: Date | null;
    amountFen?: bigint;
    failureReason?: string;
    failureCause?: string;
    lastActAt: Date;
  },
): Promise<boolean> {
  const { id, status, version } = row;
  const { count } = await db.disbursement.updateMany({
    where: { id, status, version },
    data: { ...data, version: version + 1 },
  });
  return count === 1;
}

/** Sets the amount in whole fen, if nobody changed the row since it was read; true when it was done. */
export const setAmountIfUnchanged = (db: Db, row: RowRead, amountFen: number, lastActAt: Date) =>
  setIfUnchanged(db, row, { amountFen: BigInt(amountFen), lastActAt });

/** Moves one talent's part from a state to another, if it still stands in the first; true when it was done. */
export async function setLineState(
  db: Db,
  lineId: string,
  from: LineState,
  to: LineState,
  leftReason?: string,
): Promise<boolean> {
  const { count } = await db.disbursementLine.updateMany({
    where: { id: lineId, state: from },
    data: { state: to, ...(leftReason === undefined ? {} : { leftReason }) },
  });
  return count === 1;
}

/** Puts a new 在职证明 in place; the one before stays on record as replaced. */
export async function replaceProof(
  db: Db,
  proof: { id: string; lineId: string; fileId: string; issuedOn: string; uploadedAt: Date },
): Promise<void> {
  await retireProof(db, proof.lineId, proof.uploadedAt);
  await db.employmentProof.create({ data: proof });
}

export async function retireProof(db: Db, lineId: string, at: Date): Promise<void> {
  await db.employmentProof.updateMany({ where: { lineId, replacedAt: null }, data: { replacedAt: at } });
}

export const accountOf = (db: Db, id: string) => db.bankAccount.findUnique({ where: { id } });

export const contactOf = (db: Db, id: string) => db.contact.findUnique({ where: { id } });

/** Puts a hold on a disbursement, unless it has one already: the first reason stays. True when it was put on. */
export async function holdDisbursement(
  db: Db,
  id: string,
  reason: string,
  since: Date,
  byId: string | null = null,
): Promise<boolean> {
  const data = { holdReason: reason, holdSince: since, holdById: byId, version: { increment: 1 } };
  const { count } = await db.disbursement.updateMany({ where: { id, holdReason: null }, data });
  return count === 1;
}

/** Takes a hold off; what the hold cost the enterprise in days it gets back. True when there was one. */
export async function unholdDisbursement(db: Db, id: string, at: Date): Promise<boolean> {
  const data = { holdReason: null, holdSince: null, holdById: null, lastActAt: at, version: { increment: 1 } };
  const { count } = await db.disbursement.updateMany({ where: { id, holdReason: { not: null } }, data });
  return count === 1;
}

/** Disbursements that were opened before an instant and wait for the enterprise, by id, after the one given. */
export const waitingSince = (db: Db, openedBefore: Date, after: string | undefined, take: number) =>
  db.disbursement.findMany({
    where: {
      status: { in: ['AWAITING_PROOF', 'AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT'] },
      holdReason: null,
      openedAt: { lt: openedBefore },
      enterprise: { status: 'ACTIVE' },
      application: { holdReason: null },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: 'asc' },
    take,
    select: { id: true },
  });
