import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { downloadPaymentFile } from '@/lib/disbursement/commands/download-payment-file';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import {
  discardPaymentFile,
  stateNeverSent,
  withdrawPaymentFile,
} from '@/lib/disbursement/commands/withdraw-payment-file';
import { STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { readPaymentFile } from '@/lib/disbursement/rules/payment-file';
import { bankAnswer, bringTo, confirmFile, done, payByFile, settleAll } from '../../builders/disbursement';
import { staffActor } from '../../support/context';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  NOW,
  PAPERS,
  type DisbursementWorld,
} from './disbursement-world';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';

let world: DisbursementWorld;
beforeEach(async () => {
  await world?.drop();
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const reason = '核对后发现批次有误，银行未接收';
const payable = async () => bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYABLE');
const make = (...disbursementIds: string[]) =>
  makePaymentFile(world.finance.maker, { programmeId: world.programme.programmeId, disbursementIds });
const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
const confirmation = async (paymentFileId: string) => {
  const { lineCount, totalFen, sha256 } = await world.db.paymentFile.findUniqueOrThrow({
    where: { id: paymentFileId },
  });
  return {
    paymentFileId,
    stated: { count: lineCount, totalFen: Number(totalFen) },
    sha256,
    hashHead: sha256.slice(0, 8),
  };
};

describe('making a payment file', () => {
  it('writes for the bank what the receipts say, and leaves the disbursements payable', async () => {
    const [one, two] = [await payable(), await payable()];
    const file = done('make', await make(one, two));
    const row = await world.db.paymentFile.findUniqueOrThrow({ where: { id: file.id }, include: { lines: true } });
    expect(row).toMatchObject({ number: 'FK20260001', status: 'DRAFT', lineCount: 2, totalFen: 300_000_00n });
    const bytes = await world.ports.files.get(row.fileKey);
    const read = readPaymentFile(new TextDecoder().decode(bytes ?? new Uint8Array()), STANDARD);
    if (!read.ok) throw new Error(read.refusal);
    const receipts = await world.db.disbursement.findMany({ orderBy: { receiptNumber: 'asc' } });
    expect(read.value.orders.map((order) => order.remark)).toEqual(
      receipts.map(({ receiptNumber }) => `高层次和紧缺人才招聘补贴 ${receiptNumber}`),
    );
    expect(read.value.orders[0]).toMatchObject({
      holder: world.own.name,
      cnapsCode: '999305000018',
      amountFen: 150_000_00,
    });
    expect(read.value.orders[0]?.account.slice(-4)).toBe(row.lines[0]?.accountTail);
    expect((await standing(one)).status).toBe('PAYABLE');
    await assertSound(world);
  });

  it('takes each disbursement into one file only, when twenty are made at once', async () => {
    const ids = [await payable(), await payable()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => make(...ids)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await world.db.paymentLine.count()).toBe(2);
    expect(await world.db.paymentFile.count()).toBe(1);
  });

  it('refuses what is not payable, held, waiting for a young account, or in a file already, each with why', async () => {
    const early = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'RECEIPT_REVIEW');
    const [held, young, taken] = [await payable(), await payable(), await payable()];
    await world.db.disbursement.update({ where: { id: held }, data: { holdReason: '核查中' } });
    await world.db.disbursement.update({ where: { id: young }, data: { notBefore: new Date(NOW.getTime() + 1) } });
    done('make', await make(taken));
    const answer = await make(early, held, young, taken);
    if (answer.ok || answer.refusal.code !== 'not-payable') throw new Error('not refused');
    expect(answer.refusal.lines.map((line) => line.why).sort()).toEqual(
      [
        '已列入付款文件 FK20260001',
        '已暂停：核查中',
        '目前是“收据审核中”',
        '账户变更，2026年11月23日 10:00 后可付',
      ].sort(),
    );
    expect(await make()).toMatchObject({ refusal: { code: 'nothing-chosen' } });
  });

  it('leaves no bytes behind when it is refused', async () => {
    const id = await payable();
    await Promise.all(Array.from({ length: 5 }, () => make(id)));
    const kept = (world.ports.files as unknown as { kept: Map<string, Uint8Array> }).kept;
    expect([...kept.keys()].filter((key) => key.startsWith('payments/'))).toHaveLength(1);
  });
});

describe('confirming a payment file', () => {
  it('puts every line in payment before the file can be downloaded', async () => {
    const id = await payable();
    const file = done('make', await make(id));
    expect(await downloadPaymentFile(world.finance.maker, { paymentFileId: file.id })).toMatchObject({
      refusal: { code: 'file-not-confirmed' },
    });
    await confirmFile(world.finance.checker, file.id);
    expect((await standing(id)).status).toBe('PAYING');
    const download = done('download', await downloadPaymentFile(world.finance.maker, { paymentFileId: file.id }));
    expect(download.name).toBe('FK20260001.csv');
    expect(await world.db.auditEntry.count({ where: { action: 'paymentFile.download' } })).toBe(1);
    await assertSound(world);
  });

  it('is never done by the one who made it, nor read by others than finance', async () => {
    const file = done('make', await make(await payable()));
    const both = world.as(staffActor(world.finance.maker.actor.id, 'both', 'FINANCE_MAKER', 'FINANCE_CHECKER'), NOW);
    await expect(confirmPaymentFile(both, await confirmation(file.id))).rejects.toThrow(Denied);
    await expect(downloadPaymentFile(world.finance.final, { paymentFileId: file.id })).rejects.toThrow(Denied);
  });

  it('needs the hash and the totals that the other person reads', async () => {
    const file = done('make', await make(await payable()));
    const right = await confirmation(file.id);
    const confirmWith = (wrong: object) => confirmPaymentFile(world.finance.checker, { ...right, ...wrong });
    expect(await confirmWith({ stated: { count: 2, totalFen: 150_000_00 } })).toMatchObject({
      refusal: { code: 'totals-differ' },
    });
    expect(await confirmWith({ sha256: 'f'.repeat(64) })).toMatchObject({ refusal: { code: 'file-changed' } });
    expect(await confirmWith({ hashHead: '00000000' })).toMatchObject({ refusal: { code: 'file-changed' } });
  });

  it('refuses a file whose bytes were altered in the store, be it by one fen', async () => {
    const file = done('make', await make(await payable()));
    const { fileKey } = await world.db.paymentFile.findUniqueOrThrow({ where: { id: file.id } });
    const kept = (world.ports.files as unknown as { kept: Map<string, Uint8Array> }).kept;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept.get(fileKey));
    kept.set(fileKey, new TextEncoder().encode(text.replaceAll('150000.00', '150000.01')));
    expect(await confirmPaymentFile(world.finance.checker, await confirmation(file.id))).toMatchObject({
      refusal: { code: 'file-changed' },
    });
    expect((await world.db.paymentFile.findUniqueOrThrow({ where: { id: file.id } })).status).toBe('DRAFT');
  });

  it('refuses the whole file when one disbursement was held or changed meanwhile', async () => {
    const [one, two] = [await payable(), await payable()];
    const file = done('make', await make(one, two));
    await world.db.disbursement.update({ where: { id: two }, data: { holdReason: '核查中' } });
    expect(await confirmPaymentFile(world.finance.checker, await confirmation(file.id))).toMatchObject({
      refusal: { code: 'not-payable', lines: [{ why: '已暂停：核查中' }] },
    });
    expect((await standing(one)).status).toBe('PAYABLE');
    done('discard', await discardPaymentFile(world.finance.maker, { paymentFileId: file.id, reason }));
    done('make again', await make(one));
  });

  it('moves the money once when twenty confirm at once', async () => {
    const ids = [await payable(), await payable(), await payable()];
    const file = done('make', await make(...ids));
    const input = await confirmation(file.id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => confirmPaymentFile(world.finance.checker, input)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await world.db.programmeYear.findFirstOrThrow()).inPaymentFen).toBe(450_000_00n);
    await assertSound(world);
  });
});

describe('withdrawing a confirmed file', () => {
  it('takes two people, gives the disbursements back, and never uses the line ids again', async () => {
    const id = await payable();
    const paymentFileId = await payByFile(world.finance, [id]);
    const input = { paymentFileId, reason };
    expect(await withdrawPaymentFile(world.finance.checker, input)).toMatchObject({
      refusal: { code: 'second-statement-missing' },
    });
    done('state', await stateNeverSent(world.finance.maker, input));
    done('withdraw', await withdrawPaymentFile(world.finance.checker, input));
    expect((await standing(id)).status).toBe('PAYABLE');
    await assertSound(world);
    await payByFile(world.finance, [id]);
    const numbers = (await world.db.paymentLine.findMany()).map((line) => line.lineNumber);
    expect(new Set(numbers).size).toBe(2);
    expect(await downloadPaymentFile(world.finance.maker, { paymentFileId })).toMatchObject({
      refusal: { code: 'file-not-confirmed' },
    });
  });

  it('wants the statement anew when somebody has fetched the file since', async () => {
    const paymentFileId = await payByFile(world.finance, [await payable()]);
    const input = { paymentFileId, reason };
    done('state', await stateNeverSent(world.finance.maker, input));
    done('fetch', await downloadPaymentFile(world.finance.maker, { paymentFileId }));
    expect(await withdrawPaymentFile(world.finance.checker, input)).toMatchObject({
      refusal: { code: 'second-statement-missing' },
    });
    done('state', await stateNeverSent(world.finance.maker, input));
    done('withdraw', await withdrawPaymentFile(world.finance.checker, input));
  });

  it('is not possible once the bank has answered', async () => {
    const paymentFileId = await payByFile(world.finance, [await payable(), await payable()]);
    const bytes = await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' });
    const half = new TextEncoder().encode(new TextDecoder().decode(bytes).split('\r\n').slice(0, 2).join('\r\n'));
    done('take', await takeResultFile(world.finance.checker, { paymentFileId, bytes: half }));
    expect(await stateNeverSent(world.finance.maker, { paymentFileId, reason })).toMatchObject({
      refusal: { code: 'file-has-results' },
    });
  });

  it('makes a late answer of the bank hold the disbursement, since it may have been paid after all', async () => {
    const id = await payable();
    const paymentFileId = await payByFile(world.finance, [id]);
    const bytes = await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' });
    const input = { paymentFileId, reason };
    done('state', await stateNeverSent(world.finance.maker, input));
    done('withdraw', await withdrawPaymentFile(world.finance.checker, input));
    expect(done('take', await takeResultFile(world.finance.checker, { paymentFileId, bytes }))).toMatchObject({
      paid: 0,
      unmatched: 1,
    });
    expect(await standing(id)).toMatchObject({ status: 'PAYABLE', holdReason: expect.stringContaining('银行结果') });
    expect(await make(id)).toMatchObject({ refusal: { code: 'not-payable' } });
    await settleAll(world.finance.checker, paymentFileId, { outcome: 'PAID' });
  });
});
