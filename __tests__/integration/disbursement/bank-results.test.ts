import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { bankAnswer, bringTo, confirmStanding, done, payByFile, settleAll } from '../../builders/disbursement';
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

const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
const payable = async () => bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYABLE');
const take = (paymentFileId: string, bytes: Uint8Array) =>
  takeResultFile(world.finance.checker, { paymentFileId, bytes });
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const bytes = (of: string) => new TextEncoder().encode(of);

describe('the result of the bank', () => {
  it('pays: the disbursement, its case, the line and the money end together, and the contact is told', async () => {
    const id = await payable();
    const fileId = await payByFile(world.finance, [id]);
    expect(
      done('take', await take(fileId, await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' }))),
    ).toEqual({
      paid: 1,
      failed: 0,
      unmatched: 0,
      waiting: 0,
      before: false,
    });
    expect(await standing(id)).toMatchObject({ status: 'PAID', paidAt: new Date('2026-11-22T16:00:00Z') });
    expect((await world.db.paymentFile.findUniqueOrThrow({ where: { id: fileId } })).status).toBe('RECONCILED');
    expect((await world.db.paymentLine.findFirstOrThrow()).status).toBe('PAID');
    await assertSound(world);
  });

  it('does everything once when the same file is taken in twenty times at once', async () => {
    const fileId = await payByFile(world.finance, [await payable(), await payable()]);
    const answer = await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(fileId, answer)));
    expect(answers.every((one) => one.ok)).toBe(true);
    expect(answers.filter((one) => one.ok && !one.value.before)).toHaveLength(1);
    expect(await world.db.bankResult.count()).toBe(1);
    expect(await world.db.auditEntry.count({ where: { action: 'disbursement.bankPaid' } })).toBe(2);
    await assertSound(world);
  });

  it('pays nobody twice when twenty files that differ by a blank line say the same', async () => {
    const fileId = await payByFile(world.finance, [await payable()]);
    const answer = text(await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' }));
    const files = Array.from({ length: 20 }, (_, index) => bytes(answer + '\r\n'.repeat(index)));
    const answers = await Promise.all(files.map((file) => take(fileId, file)));
    expect(answers.reduce((paid, one) => paid + (one.ok ? one.value.paid : 0), 0)).toBe(1);
    await assertSound(world);
  });

  it('is not taken in by the one who made the file', async () => {
    const fileId = await payByFile(world.finance, [await payable()]);
    const both = world.as(staffActor(world.finance.maker.actor.id, 'both', 'FINANCE_MAKER', 'FINANCE_CHECKER'), NOW);
    const answer = await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' });
    await expect(takeResultFile(both, { paymentFileId: fileId, bytes: answer })).rejects.toThrow(Denied);
  });

  it('settles what it says and leaves the rest in payment: no answer is no answer', async () => {
    const ids = [await payable(), await payable()];
    const fileId = await payByFile(world.finance, ids);
    const rows = text(await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' })).split('\r\n');
    done('take', await take(fileId, bytes(rows.slice(0, 2).join('\r\n'))));
    const statuses = await Promise.all(ids.map(async (id) => (await standing(id)).status));
    expect(statuses.sort()).toEqual(['PAID', 'PAYING']);
    expect((await world.db.paymentFile.findUniqueOrThrow({ where: { id: fileId } })).status).toBe('CONFIRMED');
    await assertSound(world);
  });

  it('leaves in payment what the bank is still about, with nothing to explain, until a later file says more', async () => {
    const ids = [await payable(), await payable()];
    const fileId = await payByFile(world.finance, ids);
    const whole = await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' });
    const rows = text(whole).split('\r\n');
    const still = rows.map((row, index) => (index === 1 ? row.replace('PAID', '处理中') : row)).join('\r\n');
    expect(done('take', await take(fileId, bytes(still)))).toMatchObject({ paid: 1, waiting: 1, unmatched: 0 });
    expect((await world.db.paymentFile.findUniqueOrThrow({ where: { id: fileId } })).status).toBe('CONFIRMED');
    expect(done('take', await take(fileId, bytes(rows.slice(0, 2).join('\r\n'))))).toMatchObject({
      paid: 1,
      unmatched: 0,
    });
    const statuses = await Promise.all(ids.map(async (id) => (await standing(id)).status));
    expect(statuses).toEqual(['PAID', 'PAID']);
    await assertSound(world);
  });

  it('changes nothing for lines of another amount, tail or file, and lists them', async () => {
    const [one, two] = [await payable(), await payable()];
    const first = await payByFile(world.finance, [one]);
    const second = await payByFile(world.finance, [two]);
    const right = text(await bankAnswer(world.finance.checker, first, { outcome: 'PAID' }));
    const foreign = text(await bankAnswer(world.finance.checker, second, { outcome: 'PAID' })).split('\r\n')[1] ?? '';
    const wrong = `${right.replace('150000.00', '150000.01')}${foreign}\r\n什么,也,不是\r\n`;
    expect(done('take', await take(first, bytes(wrong)))).toMatchObject({ paid: 0, unmatched: 3 });
    const unmatched = await world.db.unmatchedItem.findMany({ orderBy: { line: 'asc' } });
    expect(unmatched).toEqual([
      expect.objectContaining({ line: 2, reason: 'amount-differs' }),
      expect.objectContaining({ line: 3, reason: 'other-file' }),
      expect.objectContaining({ line: 4, reason: 'unread', complaint: 'columns' }),
    ]);
    expect([(await standing(one)).status, (await standing(two)).status]).toEqual(['PAYING', 'PAYING']);
  });

  it('is read in GB 18030 as well, as banks write it', async () => {
    const fileId = await payByFile(world.finance, [await payable()]);
    const answer = text(await bankAnswer(world.finance.checker, fileId, { outcome: 'PAID' })).replace('\uFEFF', '');
    // 成功 in GB 18030, between ASCII that is the same in both.
    const parts = answer.split('\r\n')[1]?.split('PAID') ?? [];
    const gb = Buffer.concat([
      Buffer.from(parts[0] ?? ''),
      Buffer.from([0xb3, 0xc9, 0xb9, 0xa6]),
      Buffer.from(parts[1] ?? ''),
    ]);
    expect(done('take', await take(fileId, gb))).toMatchObject({ paid: 1 });
  });

  it('refuses an empty file and a file that nobody confirmed', async () => {
    const fileId = await payByFile(world.finance, [await payable()]);
    expect(await take(fileId, bytes('\uFEFF\r\n'))).toMatchObject({ refusal: { code: 'result-empty' } });
  });
});

describe('a payment that failed', () => {
  it('for the account goes back to the account, with a new receipt, and is paid in the end', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAYMENT_FAILED', 'AC04');
    expect(await standing(id)).toMatchObject({
      failureReason: '收款账户已销户',
      failureCause: 'account',
      paidAt: null,
    });
    await assertSound(world);
    expect(await retryPayment(world.finance.maker, { disbursementId: id })).toMatchObject({
      refusal: { code: 'cause-is-account' },
    });
    const account = { number: '6222000011112222', bankName: '样本银行苏州独墅湖支行', cnapsCode: '999305000037' };
    const { id: bankAccountId } = done('account', await saveBankAccount(world.finance.clerk, account));
    const adjusted = await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId });
    expect(adjusted).toMatchObject({ refusal: { code: 'wrong-state' } });
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId }));
    expect((await world.db.receipt.findFirstOrThrow({ where: { disbursementId: id } })).status).toBe('VOIDED');

    const later = world.financeAt(new Date(NOW.getTime() + 24 * 3_600_000));
    await confirmStanding(later.clerk, id);
    expect(await standing(id)).toMatchObject({ failureReason: null, bankAccountId });
    await PAPERS.print(later.clerk, id);
    await PAPERS.submit(later.clerk, id);
    await PAPERS.accept(later.maker, id);
    await settleAll(later.checker, await payByFile(later, [id]), { outcome: 'PAID' });
    expect((await standing(id)).status).toBe('PAID');
    const lines = await world.db.paymentLine.findMany({ where: { disbursementId: id }, orderBy: { id: 'asc' } });
    expect(lines.map((line) => line.status)).toEqual(['FAILED', 'PAID']);
    await assertSound(world);
  });

  it('for the bank is paid again on the same receipt', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAYMENT_FAILED', 'TM01');
    const receipt = await world.db.receipt.findFirstOrThrow({ where: { disbursementId: id } });
    expect(receipt.status).toBe('ACCEPTED');
    done('retry', await retryPayment(world.finance.maker, { disbursementId: id }));
    await settleAll(world.finance.checker, await payByFile(world.finance, [id]), { outcome: 'PAID' });
    expect((await standing(id)).status).toBe('PAID');
    expect(await world.db.receipt.count({ where: { disbursementId: id } })).toBe(1);
    await assertSound(world);
  });

  it('that came back after it was paid (退汇) opens the case again and moves the money back', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAID');
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    await settleAll(world.finance.checker, paymentFileId, { outcome: 'RETURNED', code: 'AC06' });
    expect(await standing(id)).toMatchObject({ status: 'PAYMENT_FAILED', failureCause: 'account' });
    expect((await world.db.application.findUniqueOrThrow({ where: { id: one.id } })).status).toBe('DISBURSING');
    await assertSound(world);
  });

  it('and is then said to be paid is held, not believed', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAYMENT_FAILED', 'TM01');
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    const answer = await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' });
    expect(done('take', await take(paymentFileId, answer))).toMatchObject({ paid: 0, unmatched: 1 });
    expect((await standing(id)).holdReason).toContain('银行结果与付款记录不一致');
    expect(await retryPayment(world.finance.maker, { disbursementId: id })).toMatchObject({
      refusal: { code: 'held' },
    });
    await assertSound(world);
  });
});
