import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { heldBecause, publicHold, talentHoldOf } from './rules/holds';
import { BEFORE_REVIEW, ENDED } from './rules/standing';
import type { LineState, TalentLine } from './rules/talent-lines';
import { disbursementTerms } from './rules/terms';

const HELD_TALENT = { removedAt: null, holdReason: { not: null } } as const;
/** The talents of a case that are held. */
export const HELD = { where: HELD_TALENT, select: { name: true, holdReason: true } } as const;
const NONE = '00000000-0000-0000-0000-000000000000';

const withAll = {
  missing: { where: { resolvedAt: null }, select: { character: true }, take: 1 },
  application: {
    include: {
      programmeVersion: { select: { config: true } },
      talents: HELD,
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
  const { application, enterprise, lines, missing, ...own } = row;
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
    /** The same without the disbursement's own. */
    holdAround: heldBecause({ ...holds, disbursementHold: null }),
    /** For the enterprise. */
    publicHold: publicHold(holds),
    /** Stops the printing, the payment and the days only. */
    talentHold: talentHoldOf(application.talents),
    waitsForDecision: lines.some(({ state }) => state === 'LEFT_DECLARED'),
    waitsForFont: missing.length > 0,
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

/** Takes a hold off; the days go on by those that it cost. True when there was one. */
export async function unholdDisbursement(db: Db, id: string, at: Date): Promise<boolean> {
  const row = await db.disbursement.findUnique({ where: { id }, select: { holdSince: true } });
  const data = { holdReason: null, holdSince: null, holdById: null, version: { increment: 1 } };
  const { count } = await db.disbursement.updateMany({ where: { id, holdReason: { not: null } }, data });
  if (count === 1 && row?.holdSince) await putPauses(db, { id }, row.holdSince, at);
  return count === 1;
}

/** Writes down that the days of these disbursements stood still meanwhile, as far as they are not at their end. */
export async function putPauses(
  db: Db,
  of: { readonly id: string } | { readonly applicationId: string } | { readonly enterpriseId: string },
  since: Date,
  until: Date,
): Promise<void> {
  const rows = await db.disbursement.findMany({
    where: { ...of, status: { notIn: [...ENDED] } },
    select: { id: true },
  });
  const data = rows.map(({ id }) => ({ id: newId(), disbursementId: id, since, until }));
  await db.disbursementPause.createMany({ data });
}

/** False when this reminder of the disbursement stands there already. */
export async function putReminder(db: Db, disbursementId: string, key: string, at: Date): Promise<boolean> {
  const row = { disbursementId, key, at };
  const { count } = await db.disbursementReminder.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}

/** What the days are counted by, beside the columns of the row. */
export const DAYS = {
  reminders: { select: { key: true, at: true } },
  pauses: { select: { since: true, until: true } },
} as const;

export const daysOf = (db: Db, id: string) =>
  db.disbursement.findUniqueOrThrow({ where: { id }, select: { openedAt: true, lastActAt: true, ...DAYS } });

const AT_ONCE = 100;

/** Disbursements that were opened before an instant and whose days run, one after the other. */
export async function* waitingSince(db: Db, openedBefore: Date) {
  for (let after = NONE; ;) {
    const page = await db.disbursement.findMany({
      where: {
        OR: [{ status: { in: [...BEFORE_REVIEW] } }, { status: 'PAYMENT_FAILED', failureCause: 'account' }],
        holdReason: null,
        openedAt: { lt: openedBefore },
        enterprise: { status: 'ACTIVE' },
        application: { holdReason: null, talents: { none: HELD_TALENT } },
        lines: { none: { state: 'LEFT_DECLARED' } },
        id: { gt: after },
      },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, openedAt: true, lastActAt: true, ...DAYS },
    });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.id;
  }
}
