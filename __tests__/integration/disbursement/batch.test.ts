import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { closeBatch, discardBatch } from '@/lib/disbursement/commands/discard-batch';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { batchOf, bringTo, disbursementOf, done } from '../../builders/disbursement';
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
  world = await disbursementWorld(1_000_000_00);
});
afterAll(() => world.drop());

const input = (applicationIds: string[]) => ({ programmeId: world.programme.programmeId, year: 2026, applicationIds });
const made = async (applicationIds: string[]) =>
  done('make', await makeBatch(world.finance.maker, input(applicationIds)));
const stated = { count: 1, totalFen: 150_000_00 };

describe('making a batch', () => {
  it('numbers it, counts it, and moves nothing', async () => {
    const one = await aClearedCase(world);
    const batch = await made([one.id]);
    expect(batch.number).toBe('PC2026001');
    expect(await world.db.disbursement.count()).toBe(0);
    expect((await world.db.programmeYear.findFirstOrThrow()).reservedFen).toBe(0n);
    await assertSound(world);
  });

  it('refuses cases that are held, not cleared or named by another draft, each with why', async () => {
    const [good, held, early] = [
      await aClearedCase(world),
      await aClearedCase(world, { holdReason: '异议办理中' }),
      await aClearedCase(world, { status: 'IN_NOTICE' }),
    ];
    await made([good.id]);
    const answer = await makeBatch(world.finance.maker, input([good.id, held.id, early.id]));
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'cases-blocked',
        cases: [
          { number: good.number, why: '已列入批次 PC2026001' },
          { number: held.number, why: '已暂停：异议办理中' },
          { number: early.number, why: '已不在待拨付状态' },
        ],
      },
    });
  });

  it('refuses a frozen enterprise, a batch over the budget, and none at all', async () => {
    const one = await aClearedCase(world, { enterprise: world.other });
    await world.db.enterprise.update({ where: { id: world.other.id }, data: { status: 'FROZEN' } });
    expect(await makeBatch(world.finance.maker, input([one.id]))).toMatchObject({
      refusal: { cases: [{ why: '已暂停：申报单位已冻结' }] },
    });
    const large = await aClearedCase(world, { amounts: [1_000_000_01] });
    expect(await makeBatch(world.finance.maker, input([large.id]))).toEqual({
      ok: false,
      refusal: { code: 'budget-short', neededFen: 1_000_000_01, freeFen: 1_000_000_00 },
    });
    expect(await makeBatch(world.finance.maker, input([]))).toMatchObject({ refusal: { code: 'nothing-chosen' } });
  });

  it('takes a case into one draft only, when twenty are made at once', async () => {
    const one = await aClearedCase(world);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => makeBatch(world.finance.maker, input([one.id]))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await world.db.batchMember.count()).toBe(1);
  });

  it('is not for anybody but the maker', async () => {
    const one = await aClearedCase(world);
    await expect(makeBatch(world.finance.checker, input([one.id]))).rejects.toThrow(Denied);
    await expect(makeBatch(world.finance.final, input([one.id]))).rejects.toThrow(Denied);
  });

  it('gives its cases free again when it is discarded', async () => {
    const one = await aClearedCase(world);
    const batch = await made([one.id]);
    done('discard', await discardBatch(world.finance.maker, { batchId: batch.id }));
    expect(await discardBatch(world.finance.maker, { batchId: batch.id })).toMatchObject({
      refusal: { code: 'wrong-state' },
    });
    expect((await made([one.id])).number).toBe('PC2026002');
  });
});

describe('releasing a batch', () => {
  it('opens one disbursement per case with a line per talent, reserves the money and tells the contact', async () => {
    const one = await aClearedCase(world);
    const batch = await made([one.id]);
    expect(await releaseBatch(world.finance.checker, { batchId: batch.id, stated })).toEqual({
      ok: true,
      value: { opened: 1 },
    });
    const row = await world.db.disbursement.findFirstOrThrow({ include: { lines: { orderBy: { position: 'asc' } } } });
    expect(row).toMatchObject({ status: 'AWAITING_PROOF', amountFen: 150_000_00n, contactId: world.own.contactIds[0] });
    expect(row.bankAccountId).toBe(world.own.bankAccountIds[0]);
    expect(row.lines.map((line) => [line.name, line.amountFen])).toEqual([
      ['甲示例', 100_000_00n],
      ['乙示例', 50_000_00n],
    ]);
    expect((await world.db.programmeYear.findFirstOrThrow()).reservedFen).toBe(150_000_00n);
    const jobs = await world.db.auditEntry.findMany({ where: { action: 'application.batch' } });
    expect(jobs).toHaveLength(1);
    await assertSound(world);
  });

  it('is never done by its maker, even with both roles', async () => {
    const one = await aClearedCase(world);
    const both = world.as(staffActor(world.finance.maker.actor.id, 'both', 'FINANCE_MAKER', 'FINANCE_CHECKER'), NOW);
    const batch = await made([one.id]);
    await expect(releaseBatch(both, { batchId: batch.id, stated })).rejects.toThrow(Denied);
  });

  it('needs the totals that the other person reads', async () => {
    const batch = await made([(await aClearedCase(world)).id]);
    const wrong = { batchId: batch.id, stated: { ...stated, totalFen: 150_000_01 } };
    expect(await releaseBatch(world.finance.checker, wrong)).toMatchObject({ refusal: { code: 'totals-differ' } });
  });

  it('opens each case once when twenty release at once', async () => {
    const cases = [await aClearedCase(world), await aClearedCase(world), await aClearedCase(world)];
    const batch = await made(cases.map((one) => one.id));
    const all = { batchId: batch.id, stated: { count: 3, totalFen: 450_000_00 } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => releaseBatch(world.finance.checker, all)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await world.db.disbursement.count()).toBe(3);
    expect((await world.db.programmeYear.findFirstOrThrow()).reservedFen).toBe(450_000_00n);
    await assertSound(world);
  });

  it('opens nothing at all when one case was stopped meanwhile', async () => {
    const cases = [await aClearedCase(world), await aClearedCase(world)];
    const batch = await made(cases.map((one) => one.id));
    await world.db.application.update({ where: { id: cases[1]?.id }, data: { holdReason: '异议办理中' } });
    const all = { batchId: batch.id, stated: { count: 2, totalFen: 300_000_00 } };
    expect(await releaseBatch(world.finance.checker, all)).toMatchObject({ refusal: { code: 'cases-blocked' } });
    expect(await world.db.disbursement.count()).toBe(0);
    expect((await world.db.disbursementBatch.findFirstOrThrow()).status).toBe('DRAFT');
  });

  it('never reserves more than the budget, when two drafts that fit alone are released at once', async () => {
    const batches = [];
    for (const amounts of [[600_000_00], [500_000_00]])
      batches.push(await made([(await aClearedCase(world, { amounts })).id]));
    const answers = await Promise.all(
      batches.map(async ({ id: batchId }, index) => {
        const totalFen = index === 0 ? 600_000_00 : 500_000_00;
        return releaseBatch(world.finance.checker, { batchId, stated: { count: 1, totalFen } });
      }),
    );
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: 'budget-short' } });
    await assertSound(world);
  });
});

describe('leaving a batch', () => {
  it('frees the money and lets the case be batched anew as another disbursement', async () => {
    const one = await aClearedCase(world);
    const first = await bringTo(world.finance, PAPERS, one.id, 'AWAITING_RECEIPT');
    done('leave', await leaveBatch(world.finance.maker, { disbursementId: first, reason: '材料待补充' }));
    expect((await world.db.receipt.findFirstOrThrow()).status).toBe('VOIDED');
    await assertSound(world);
    await batchOf(world.finance, [one.id]);
    expect(await disbursementOf(world.finance.maker, one.id)).not.toBe(first);
    await assertSound(world);
  });

  it('is not possible any more once the receipt is in', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'RECEIPT_REVIEW');
    const answer = await leaveBatch(world.finance.maker, { disbursementId: id, reason: '材料待补充' });
    expect(answer).toMatchObject({ refusal: { code: 'wrong-state', now: '收据审核中' } });
  });
});

describe('closing a batch', () => {
  it('waits until everything in it is paid or ended', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAYABLE');
    const { batchId } = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    expect(await closeBatch(world.finance.checker, { batchId })).toMatchObject({
      refusal: { code: 'batch-still-open', open: 1 },
    });
    const two = await aClearedCase(world);
    const paid = await bringTo(world.finance, PAPERS, two.id, 'PAID');
    const other = await world.db.disbursement.findUniqueOrThrow({ where: { id: paid } });
    expect(await closeBatch(world.finance.checker, { batchId: other.batchId })).toMatchObject({ ok: true });
  });
});
