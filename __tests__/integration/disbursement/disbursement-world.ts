import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { advance } from '@/lib/disbursement/commands/advance';
import { ALLOWED_CASE_STATUS, type DisbursementStatus } from '@/lib/disbursement/rules/states';
import { MONEY_PLACE } from '@/lib/disbursement/rules/money';
import { forAct } from '@/lib/disbursement/store';
import { ok } from '@/lib/kernel/result';
import { formatNumber } from '@/lib/kernel/numbers';
import { RECEIPT } from '@/lib/receipt/rules/states';
import { done, type Finance, type Papers } from '../../builders/disbursement';
import { anEnterprise, type BuiltEnterprise } from '../../builders/people';
import { aPublishedProgramme, type BuiltProgramme } from '../../builders/programme';
import { enterpriseActor, openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

export const NOW = new Date('2026-11-23T02:00:00Z');

export type DisbursementWorld = World & {
  readonly programme: BuiltProgramme;
  readonly own: BuiltEnterprise;
  readonly other: BuiltEnterprise;
  readonly finance: Finance;
  financeAt(now: Date): Finance;
  clerkOf(enterprise: BuiltEnterprise, now?: Date): Context<EnterpriseActor>;
  drop(): Promise<void>;
};

/** A programme with a budget, two enterprises and the people of finance, on a database of their own. */
export async function disbursementWorld(budgetFen = 30_000_000_00): Promise<DisbursementWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString, { now: NOW });
  const programme = await aPublishedProgramme(world.db, { budgetFen });
  const own = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const other = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const clerkOf = ({ id, name, uscc, users }: BuiltEnterprise, now = NOW) =>
    world.as(enterpriseActor({ id: users.super, enterpriseId: id, enterpriseName: name, uscc }), now);
  const people: Record<'maker' | 'checker' | 'final', StaffActor> = {
    maker: staffActor(newId(), 'maker', 'FINANCE_MAKER'),
    checker: staffActor(newId(), 'checker', 'FINANCE_CHECKER'),
    final: staffActor(newId(), 'final1', 'FINAL_REVIEWER'),
  };
  const financeAt = (now: Date): Finance => ({
    clerk: clerkOf(own, now),
    maker: world.as(people.maker, now),
    checker: world.as(people.checker, now),
    final: world.as(people.final, now),
  });
  const drop = async () => {
    await world.close();
    await database.drop();
  };
  return { ...world, programme, own, other, finance: financeAt(NOW), financeAt, clerkOf, drop };
}

let sequence = 0;

/** A cleared case as its review and notice would have left it, with one talent per amount. */
export async function aClearedCase(
  world: DisbursementWorld,
  given: {
    amounts?: readonly number[];
    enterprise?: BuiltEnterprise;
    status?: ApplicationStatus;
    holdReason?: string;
  } = {},
): Promise<{ id: string; number: string; talentIds: string[] }> {
  const { amounts = [100_000_00, 50_000_00], enterprise = world.own, status = 'CLEARED', holdReason = null } = given;
  sequence += 1;
  const [id, number] = [newId(), formatNumber('RC', 2026, sequence)];
  const talents = amounts.map((grantedFen, index) => ({
    talentId: newId(),
    name: `${'甲乙丙丁戊己庚辛'[index] ?? '某'}示例`,
    category: 'B',
    categoryLabel: 'B 类　博士',
    standardFen: grantedFen,
    supported: true,
    grantedFen,
    cutFen: 0,
  }));
  const approvedFen = amounts.reduce((sum, fen) => sum + fen, 0);
  await world.db.application.create({
    data: {
      id,
      number,
      enterpriseId: enterprise.id,
      programmeId: world.programme.programmeId,
      programmeVersionId: world.programme.versionId,
      programmeYear: 2026,
      status,
      answers: {},
      contactId: enterprise.contactIds[0] ?? null,
      submissionCount: 1,
      approvedFen: BigInt(approvedFen),
      awardLines: talents,
      holdReason,
      createdById: enterprise.users.super,
      createdAt: NOW,
      updatedAt: NOW,
    },
  });
  const granted = talents.map(({ talentId }) => ({
    programmeId: world.programme.programmeId,
    person: talentId,
    talentId,
  }));
  await world.db.grantedPerson.createMany({ data: granted.map((row) => ({ ...row, applicationId: id, at: NOW })) });
  const year = { enterpriseId: enterprise.id, programmeId: world.programme.programmeId, year: 2026 };
  await world.db.enterpriseYear.upsert({
    where: { enterpriseId_programmeId_year: year },
    create: { ...year, capFen: 100_000_000_00n, grantedFen: BigInt(approvedFen) },
    update: { grantedFen: { increment: BigInt(approvedFen) } },
  });
  return { id, number, talentIds: talents.map((talent) => talent.talentId) };
}

/** The paper's way without paper: what it does to the disbursement and to the receipt's row, nothing drawn, nothing photographed. */
export const PAPERS: Papers = {
  async print(clerk, disbursementId) {
    const row = await loaded(clerk, disbursementId);
    const versions = await clerk.db.receipt.count({ where: { disbursementId } });
    const number = row.receiptNumber ?? formatNumber('SJ', 2026, (sequence += 1));
    const issued = await transact(clerk, async (tx) => {
      const moved = await advance(tx, row, 'issueReceipt', { set: { receiptNumber: number } });
      if (!moved.ok) return moved;
      await tx.db.receipt.create({
        data: {
          id: newId(),
          disbursementId,
          number,
          versionNumber: versions + 1,
          contentSha256: '',
          pdfKey: 'none',
          pdfSha256: '',
          pdfBytes: 1,
          pageCodes: [],
          amountFen: BigInt(row.amountFen),
          issuedById: clerk.actor.id,
          issuedAt: clerk.now,
        },
      });
      return ok();
    });
    done('print', issued);
  },
  submit: (clerk, id) => movePaper(clerk, id, 'submitReceipt', 'submit'),
  accept: (maker, id) => movePaper(maker, id, 'accept', 'accept'),
};

async function movePaper(
  ctx: Context,
  id: string,
  event: 'submitReceipt' | 'accept',
  paper: 'submit' | 'accept',
): Promise<void> {
  const row = await loaded(ctx, id);
  const receipt = await ctx.db.receipt.findFirstOrThrow({ where: { disbursementId: id, status: { not: 'VOIDED' } } });
  const moved = await transact(ctx, async (tx) => {
    const changed = await changeStatus(tx, RECEIPT, receipt, paper);
    return changed.ok ? advance(tx, row, event) : changed;
  });
  done(event, moved);
}

async function loaded(ctx: Context, id: string) {
  const row = await forAct(ctx.db, id);
  if (!row) throw new Error(`no disbursement ${id}`);
  return row;
}

/** Fails unless the money of the year is what the disbursements are, and every case stands where its disbursement allows. */
export async function assertSound(world: World): Promise<void> {
  const rows = await world.db.disbursement.findMany({ include: { application: true } });
  const sums = { reserved: 0, inPayment: 0, paid: 0, returned: 0 };
  for (const row of rows) {
    const place = MONEY_PLACE[row.status as DisbursementStatus];
    if (place !== 'free') sums[place] += Number(row.amountFen);
    if (!ALLOWED_CASE_STATUS[row.status].includes(row.application.status)) {
      throw new Error(`${row.id} stands in ${row.status} and its case in ${row.application.status}`);
    }
  }
  const years = await world.db.programmeYear.findMany();
  const total = (column: 'reservedFen' | 'inPaymentFen' | 'paidFen' | 'returnedFen') =>
    years.reduce((sum, year) => sum + Number(year[column]), 0);
  const books = {
    reserved: total('reservedFen'),
    inPayment: total('inPaymentFen'),
    paid: total('paidFen'),
    returned: total('returnedFen'),
  };
  if (JSON.stringify(books) !== JSON.stringify(sums)) {
    throw new Error(`the year says ${JSON.stringify(books)}, the disbursements ${JSON.stringify(sums)}`);
  }
}
