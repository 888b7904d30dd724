import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '@/lib/access/actor';
import { newId } from '@/lib/db/ids';
import { freezeEnterprise, unfreezeEnterprise } from '@/lib/desk/commands/freeze';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { closeBatch } from '@/lib/disbursement/commands/discard-batch';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { revive } from '@/lib/disbursement/commands/revive';
import { disbursementDetail, myDisbursements } from '@/lib/disbursement/queries';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import { openMatters } from '@/lib/enterprise/home-queries';
import { sweep as sweepAll } from '@/lib/jobs/sweep';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { tell } from '@/lib/messaging/commands/tell';
import { bringTo, done } from '../../builders/disbursement';
import { staffActor } from '../../support/context';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  NOW,
  PAPERS,
  type DisbursementWorld,
} from './disbursement-world';

let world: DisbursementWorld;
beforeEach(async () => {
  await world?.drop();
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const reason = '核查后另行处理';
const dayAfter = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const clock = (days: number) => world.as(systemActor('sweep'), dayAfter(days));
const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
const at = async (status: Parameters<typeof bringTo>[3], failureCode?: string) =>
  bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status, failureCode);
/** Each disbursement opened on 23 November, at ten in the morning. */
const sweep = (days: number) => sweepAll(clock(days));
const marksOf = async (id: string) =>
  (await world.db.disbursementReminder.findMany({ where: { disbursementId: id }, orderBy: { at: 'asc' } })).map(
    ({ key }) => key,
  );
const shown = async (id: string, days: number) =>
  disbursementDetail(world.clerkOf(world.own, dayAfter(days)), id).then((detail) => detail?.lapsesAfter);

async function freezeFor(from: number, until: number) {
  const officer = (days: number) => world.as(staffActor(newId(), 'window', 'WINDOW'), dayAfter(days));
  const input = { enterpriseId: world.own.id, reason };
  done('freeze', await freezeEnterprise(officer(from), input));
  done('unfreeze', await unfreezeEnterprise(officer(until), input));
}

async function holdFor(id: string, from: number, until: number) {
  const input = { disbursementId: id, reason };
  done('hold', await putHold(world.financeAt(dayAfter(from)).maker, input));
  done('lift', await liftHold(world.financeAt(dayAfter(until)).maker, input));
}

async function holdATalent(id: string) {
  const { applicationId } = await standing(id);
  await world.db.talent.create({
    data: {
      ...{ id: newId(), applicationId, position: 1, name: '陈思远', idType: 'ID', category: 'B', answers: {} },
      ...{ createdAt: NOW, holdReason: '公示异议核查中', holdSince: NOW },
    },
  });
}

describe('a reminder of a disbursement', () => {
  it('goes out 7, 21 and 60 days after it opened, each once, however often and by how many it is looked for', async () => {
    const id = await at('AWAITING_PRINT');
    await sweep(6);
    expect(await marksOf(id)).toEqual([]);
    await Promise.all(Array.from({ length: 4 }, () => remindDisbursements(clock(7))));
    for (const days of [8, 21, 22, 60, 61]) await sweep(days);
    expect(await marksOf(id)).toEqual(['2026-11-23 7d', '2026-11-23 21d', '2026-11-23 60d']);
    const written = { subjectId: id, action: 'disbursement.remind' };
    expect(await world.db.auditEntry.count({ where: written })).toBe(3);
  });

  it('says to the contact which disbursement, what is next and until when', async () => {
    const id = await at('AWAITING_PRINT');
    await remindDisbursements(clock(7));
    const audit = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'disbursement.remind' } });
    const job = { kind: 'disbursement-reminder', subjectKind: 'disbursement', subjectId: id, auditId: audit.id };
    await tell(clock(7), job, 'http://portal');
    const { caseNumber } = (await staffDisbursement(world.finance.maker, id)) ?? {};
    const messages = await world.db.message.findMany({ where: { kind: 'disbursement-reminder' } });
    expect(messages.map(({ channel }) => channel).sort()).toEqual(['MAIL', 'SMS']);
    for (const { body } of messages)
      for (const said of [caseNumber, '打印收据', '2027年4月22日']) expect(body).toContain(said);
  });

  it('is the last one alone where several were missed', async () => {
    const id = await at('AWAITING_PROOF');
    await sweep(100);
    expect(await marksOf(id)).toEqual(['2026-11-23 60d']);
  });

  it('goes to nobody who waits for us: held, frozen, a talent held or declared to have left, or handed in', async () => {
    const held = await at('AWAITING_PRINT');
    done('hold', await putHold(world.finance.maker, { disbursementId: held, reason }));
    const talent = await at('AWAITING_PRINT');
    await holdATalent(talent);
    const left = await at('AWAITING_CONFIRMATION');
    const line = await world.db.disbursementLine.findFirstOrThrow({ where: { disbursementId: left } });
    const input = { disbursementId: left, lineId: line.id, reason: '已离职' };
    done('declare', await declareLeft(world.finance.clerk, input));
    await at('RECEIPT_REVIEW');
    await at('PAYMENT_FAILED', 'TM01');
    const cold = { ...world.finance, clerk: world.clerkOf(world.other) };
    await bringTo(cold, PAPERS, (await aClearedCase(world, { enterprise: world.other })).id, 'AWAITING_PRINT');
    await world.db.enterprise.update({ where: { id: world.other.id }, data: { status: 'FROZEN' } });
    await sweep(60);
    expect(await world.db.disbursementReminder.count()).toBe(0);
  });

  it('starts again with a disbursement that is revived', async () => {
    const id = await at('AWAITING_PROOF');
    for (const days of [60, 151]) await sweep(days);
    const input = { disbursementId: id, reason };
    done('revive', await revive(world.financeAt(dayAfter(151)).maker, input));
    for (const days of [157, 158]) await sweep(days);
    expect(await marksOf(id)).toEqual(['2026-11-23 60d', `${shanghaiDayOf(dayAfter(151))} 7d`]);
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
  });
});

describe('the days after which a disbursement lapses', () => {
  it('begin with the third reminder that was written, never before', async () => {
    const id = await at('AWAITING_PRINT');
    await lapseIdle(clock(400));
    expect((await standing(id)).status).toBe('AWAITING_PRINT');
    await sweep(400);
    expect(await shown(id, 400)).toBe(shanghaiDayOf(dayAfter(490)));
    await sweep(490);
    expect((await standing(id)).status).toBe('AWAITING_PRINT');
    await sweep(491);
    expect((await standing(id)).status).toBe('LAPSED');
    await assertSound(world);
  });

  it.each([
    ['a hold of the disbursement', holdFor],
    ['a freeze', (_: string, from: number, until: number) => freezeFor(from, until)],
  ])('go on by exactly the days that %s took, as the page says', async (_, stop) => {
    const id = await at('AWAITING_PRINT');
    await sweep(60);
    await stop(id, 100, 240);
    expect(await shown(id, 240)).toBe(shanghaiDayOf(dayAfter(290)));
    for (const days of [240, 290]) await sweep(days);
    expect((await standing(id)).status).toBe('AWAITING_PRINT');
    await sweep(291);
    expect((await standing(id)).status).toBe('LAPSED');
  });

  it('count a day on which both stood once', async () => {
    const id = await at('AWAITING_PRINT');
    await sweep(60);
    done('hold', await putHold(world.financeAt(dayAfter(90)).maker, { disbursementId: id, reason }));
    await freezeFor(100, 110);
    done('lift', await liftHold(world.financeAt(dayAfter(130)).maker, { disbursementId: id, reason }));
    expect(await shown(id, 130)).toBe(shanghaiDayOf(dayAfter(190)));
  });

  it('stand still while a talent of the case is held, and no page says another day', async () => {
    const id = await at('AWAITING_PRINT');
    await sweep(60);
    await holdATalent(id);
    await sweep(400);
    expect((await standing(id)).status).toBe('AWAITING_PRINT');
    const { clerk, maker } = world.financeAt(dayAfter(400));
    expect(await disbursementDetail(clerk, id)).toMatchObject({
      lapsesAfter: null,
      talentHold: '陈思远：公示异议核查中',
      next: { who: 'staff', what: '暂停打印：陈思远：公示异议核查中', by: null },
    });
    expect((await staffDisbursement(maker, id))?.lapsesAfter).toBeNull();
    expect((await openMatters(clerk)).disbursements).toMatchObject([{ heldTalents: [{ name: '陈思远' }] }]);
  });

  it('run on after a payment that failed for the account, so that one whom nobody mends ends and its batch can be closed', async () => {
    const id = await at('PAYMENT_FAILED', 'AC04');
    const { pending } = await myDisbursements(world.finance.clerk);
    expect(pending).toMatchObject([
      { next: { who: 'enterprise', what: '更换银行账户', by: expect.stringMatching(/^20\d\d年.*前$/) } },
    ]);
    await remindDisbursements(clock(60));
    await lapseIdle(clock(150));
    expect((await standing(id)).status).toBe('PAYMENT_FAILED');
    await lapseIdle(clock(151));
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id }, include: { application: true } });
    expect([row.status, row.application.status]).toEqual(['LAPSED', 'CLOSED_UNPAID']);
    done('close', await closeBatch(world.finance.checker, { batchId: row.batchId }));
    await assertSound(world);
  });

  it('do not run while a failed payment is the bank’s matter', async () => {
    const id = await at('PAYMENT_FAILED', 'TM01');
    expect(await remindDisbursements(clock(60))).toBe(0);
    await lapseIdle(clock(400));
    expect((await standing(id)).status).toBe('PAYMENT_FAILED');
  });
});
