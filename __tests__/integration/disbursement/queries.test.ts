import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { batchDetail, batches, clearedCases, clearedYears } from '@/lib/disbursement/batch-queries';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { payable, paymentFileDetail, paymentFiles } from '@/lib/disbursement/payment-queries';
import { disbursementDetail, myDisbursements } from '@/lib/disbursement/queries';
import { needingAttention, staffDisbursement } from '@/lib/disbursement/staff-queries';
import { batchOf, bringTo, disbursementOf, done, payByFile } from '../../builders/disbursement';
import { askedBy } from '../../support/statements';
import { aClearedCase, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const at = async (status: Parameters<typeof bringTo>[3]) =>
  bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status);

describe('what an enterprise reads', () => {
  it('is its own list: on its way, and ended, each with what comes next', async () => {
    const open = await at('AWAITING_PROOF');
    const paid = await at('PAID');
    const { pending, ended } = await myDisbursements(world.finance.clerk);
    expect(pending.find((row) => row.id === open)).toMatchObject({
      programmeName: '高层次和紧缺人才招聘补贴',
      amountFen: 150_000_00,
      label: { word: '待上传在职证明' },
      next: { who: 'enterprise', what: '上传在职证明', by: '2027年4月22日前' },
    });
    expect(ended.map((row) => row.id)).toEqual([paid]);
    expect(await myDisbursements(world.clerkOf(world.other))).toEqual({ pending: [], ended: [] });
  });

  it('does not exist for another enterprise', async () => {
    const id = await at('AWAITING_PROOF');
    expect(await disbursementDetail(world.clerkOf(world.other), id)).toBeNull();
    expect(await disbursementDetail(world.finance.clerk, id)).not.toBeNull();
  });

  it('never holds a whole account or mobile number', async () => {
    const id = await at('PAYABLE');
    const read = JSON.stringify([
      await disbursementDetail(world.finance.clerk, id),
      await myDisbursements(world.finance.clerk),
      await staffDisbursement(world.finance.maker, id),
      await payable(world.finance.maker),
      await paymentFiles(world.finance.maker),
    ]);
    expect(read).toContain('**** ****');
    expect(read).not.toMatch(/(?<![\d-])\d{15,}(?!\d)|(?<!\d)1\d{10}(?!\d)/);
  });

  it('stops the days and says so while a declaration waits for 复审', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const line = await world.db.disbursementLine.findFirstOrThrow({ where: { disbursementId: id } });
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId: line.id, reason: '已离职' }));
    expect(await disbursementDetail(world.finance.clerk, id)).toMatchObject({
      label: { word: '离职申报审定中' },
      lapsesAfter: null,
      next: { who: 'staff', what: '审定离职申报' },
    });
    expect(await needingAttention(world.finance.final)).toContainEqual(
      expect.objectContaining({ id, why: 'left-declared', what: line.name }),
    );
  });
});

describe('what finance reads', () => {
  it('is what can be batched, what cannot and why, and the money of the year', async () => {
    const good = await aClearedCase(world, { amounts: [10_000_00, 20_000_00] });
    const held = await aClearedCase(world, { holdReason: '异议办理中' });
    const [year] = await clearedYears(world.finance.maker);
    if (!year) throw new Error('no year');
    const { cases, budget } = await clearedCases(world.finance.maker, year);
    expect(cases.find((one) => one.id === good.id)).toMatchObject({ talents: 2, amountFen: 30_000_00, obstacle: null });
    expect(cases.find((one) => one.id === held.id)).toMatchObject({ obstacle: '已暂停：异议办理中' });
    const { budgetFen = 0, reservedFen = 0, inPaymentFen = 0, paidFen = 0, freeFen = 0 } = budget ?? {};
    expect(freeFen).toBe(budgetFen - reservedFen - inPaymentFen - paidFen);
  });

  it('offers each act only to the person who may do it', async () => {
    const fileId = await payByFile(world.finance, [await at('PAYABLE')]);
    const as = async (who: 'maker' | 'checker') => (await paymentFileDetail(world.finance[who], fileId))?.may;
    expect(await as('maker')).toMatchObject({
      confirm: false,
      takeResult: false,
      stateNeverSent: true,
      withdraw: false,
    });
    expect(await as('checker')).toMatchObject({ takeResult: true, stateNeverSent: false, withdraw: false });
    const [batch] = await batches(world.finance.maker);
    expect((await batchDetail(world.finance.maker, batch?.id ?? ''))?.may.release).toBe(false);
  });

  it('is not for reviewers nor for enterprises', async () => {
    await expect(payable(world.finance.final)).rejects.toThrow(Denied);
    await expect(batches(world.finance.final)).rejects.toThrow(Denied);
    await expect(needingAttention(world.finance.clerk as never)).rejects.toThrow(Denied);
  });
});

describe('the database is asked as often for one row as for many', () => {
  it('in each list of enterprise and finance, and in a batch and a payment file', async () => {
    const { clerk, maker, final } = world.finance;
    const fileOf = async (count: number) => {
      const ids: string[] = [];
      for (let row = 0; row < count; row += 1) ids.push(await at('PAYABLE'));
      return payByFile(world.finance, ids);
    };
    const [year] = await clearedYears(maker);
    if (!year) throw new Error('no year');
    const lists = {
      own: () => myDisbursements(clerk),
      cleared: () => clearedCases(maker, year),
      batches: () => batches(maker),
      payable: () => payable(maker),
      files: () => paymentFiles(maker),
      attention: () => needingAttention(final),
    };
    const rows = async () => {
      await aClearedCase(world);
      for (const status of ['AWAITING_PROOF', 'PAYABLE', 'PAID'] as const) await at(status);
    };
    await rows();
    const small = await fileOf(1);
    const before: Record<string, string[]> = {};
    for (const [name, read] of Object.entries(lists)) before[name] = await askedBy(read);
    for (let more = 0; more < 3; more += 1) await rows();
    const large = await fileOf(4);
    for (const [name, read] of Object.entries(lists)) expect([name, await askedBy(read)]).toEqual([name, before[name]]);
    const file = (id: string) => askedBy(() => paymentFileDetail(maker, id));
    expect(await file(large)).toEqual(await file(small));
    const open = async (amounts: readonly (readonly number[])[]) => {
      const cases: string[] = [];
      for (const each of amounts) cases.push((await aClearedCase(world, { amounts: each })).id);
      const { id } = await batchOf(world.finance, cases);
      return { batch: id, disbursement: await disbursementOf(maker, cases[0] ?? '') };
    };
    const few = await open([[1_000_00]]);
    const many = await open([Array.from({ length: 8 }, () => 1_000_00), [1_000_00], [2_000_00], [3_000_00]]);
    const pages = ({ batch, disbursement }: typeof few) => ({
      batch: () => batchDetail(maker, batch),
      staff: () => staffDisbursement(maker, disbursement),
      own: () => disbursementDetail(clerk, disbursement),
    });
    for (const page of ['batch', 'staff', 'own'] as const)
      expect([page, await askedBy(pages(many)[page])]).toEqual([page, await askedBy(pages(few)[page])]);
  });
});
