import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { transact } from '@/lib/db/transact';
import { advance } from '@/lib/disbursement/commands/advance';
import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { putHold } from '@/lib/disbursement/commands/hold';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { revive } from '@/lib/disbursement/commands/revive';
import { stopTalents } from '@/lib/disbursement/commands/stop-talents';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import {
  discardPaymentFile,
  stateNeverSent,
  withdrawPaymentFile,
} from '@/lib/disbursement/commands/withdraw-payment-file';
import { needingAttention, staffDisbursement } from '@/lib/disbursement/staff-queries';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { bankAnswer, bringTo, confirmStanding, done, payByFile, settleAll } from '../../builders/disbursement';
import { aClearedCase, assertSound, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

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
const fileOf = async (id: string) =>
  (await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id }, orderBy: { id: 'desc' } }))
    .paymentFileId;
const tell = async (fileId: string, answer: Parameters<typeof bankAnswer>[2]) =>
  done('take', await take(fileId, await bankAnswer(world.finance.checker, fileId, answer)));

/** Two people agree about the one open line of this disbursement. */
async function agreed(verdict: 'AS_BOOKED' | 'AS_BANK_SAYS', id: string) {
  const [item] = await world.db.unmatchedItem.findMany({ where: { disbursementId: id, closedAt: null } });
  const itemId = item?.id ?? '';
  done('explain', await explainUnmatched(world.finance.maker, { itemId, verdict, explanation: '已向银行核实' }));
  done('agree', await agreeUnmatched(world.finance.checker, { itemId, agrees: true }));
}

describe('what the bank says of an order in another file', () => {
  /** Two confirmed files of one order each; answers the bank's row that says the first was paid. */
  async function twoFiles() {
    const [one, two] = [await payable(), await payable()];
    const [first, second] = [await payByFile(world.finance, [one]), await payByFile(world.finance, [two])];
    const row = text(await bankAnswer(world.finance.checker, first, { outcome: 'PAID' })).split('\r\n')[1] ?? '';
    const mixed = bytes(`${text(await bankAnswer(world.finance.checker, second, { outcome: 'PAID' }))}${row}\r\n`);
    return { one, first, second, mixed };
  }
  const fail = async (fileId: string) => settleAll(world.finance.checker, fileId, { outcome: 'FAILED', code: 'TM01' });
  it('keeps a failed one from being paid again until two people have looked', async () => {
    const { one, first, second, mixed } = await twoFiles();
    await fail(first);
    done('take', await take(second, mixed));
    const held = { refusal: { code: 'held' } };
    expect(await retryPayment(world.finance.maker, { disbursementId: one })).toMatchObject(held);
    await agreed('AS_BANK_SAYS', one);
    expect((await standing(one)).status).toBe('PAID');
    await assertSound(world);
  });

  it('is brought up again, explained or not, when the order fails afterwards', async () => {
    const { one, first, second, mixed } = await twoFiles();
    done('take', await take(second, mixed));
    expect((await standing(one)).holdReason).toBeNull();
    const item = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: one } });
    const given = { itemId: item.id, verdict: 'AS_BOOKED' as const, explanation: '另一份文件的明细' };
    expect(done('explain', await explainUnmatched(world.finance.maker, given))).toEqual({ closed: true });
    await fail(first);
    expect(await standing(one)).toMatchObject({
      status: 'PAYMENT_FAILED',
      holdReason: expect.stringContaining('银行'),
    });
    expect(await world.db.unmatchedItem.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      ...{ isDangerous: true, closedAt: null, verdict: null },
    });
    await agreed('AS_BOOKED', one);
    done('retry', await retryPayment(world.finance.maker, { disbursementId: one }));
    await assertSound(world);
  });

  it('shows that the bank had it, so that its file is not withdrawn', async () => {
    const { first, second, mixed } = await twoFiles();
    done('take', await take(second, mixed));
    const input = { paymentFileId: first, reason: '以为没有送' };
    expect(await stateNeverSent(world.finance.maker, input)).toMatchObject({ refusal: { code: 'file-has-results' } });
  });
});

describe('a payment that the bank reports late', () => {
  it.each(['AWAITING_CONFIRMATION', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW'] as const)(
    'is booked on the account that it went to, also when the enterprise stands at %s with another one',
    async (status) => {
      const one = await aClearedCase(world);
      const id = await bringTo(world.finance, PAPERS, one.id, 'PAYMENT_FAILED', 'AC04');
      const { bankAccountId: paidTo } = await standing(id);
      const account = { number: '6222000011112222', bankName: '样本银行苏州独墅湖支行', cnapsCode: '999305000037' };
      const { id: bankAccountId } = done('account', await saveBankAccount(world.finance.clerk, account));
      done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId }));
      if (status !== 'AWAITING_CONFIRMATION') {
        await confirmStanding(world.finance.clerk, id);
        await PAPERS.print(world.finance.clerk, id);
      }
      if (status === 'RECEIPT_REVIEW') await PAPERS.submit(world.finance.clerk, id);
      const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
      done(
        'take',
        await take(paymentFileId, await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' })),
      );
      const { id: itemId } = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: id } });
      const given = { itemId, verdict: 'AS_BANK_SAYS' as const, explanation: '银行更正：已入账' };
      done('explain', await explainUnmatched(world.finance.maker, given));
      done('agree', await agreeUnmatched(world.finance.checker, { itemId, agrees: true }));
      expect(await standing(id)).toMatchObject({ status: 'PAID', holdReason: null, bankAccountId: paidTo });
      const papers = await world.db.receipt.findMany({ where: { disbursementId: id } });
      expect(papers.map((paper) => paper.status)).toEqual(papers.map(() => 'VOIDED'));
      await assertSound(world);
    },
  );

  it('names the draft file that has to be thrown away first', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'TM01');
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    done('retry', await retryPayment(world.finance.maker, { disbursementId: id }));
    const { programmeId } = world.programme;
    const draft = done('file', await makePaymentFile(world.finance.maker, { programmeId, disbursementIds: [id] }));
    done(
      'take',
      await take(paymentFileId, await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' })),
    );
    const { id: itemId } = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: id } });
    const given = { itemId, verdict: 'AS_BANK_SAYS' as const, explanation: '银行更正：已入账' };
    expect(await explainUnmatched(world.finance.maker, given)).toMatchObject({
      refusal: { code: 'word-not-taken', why: 'in-draft-file', file: draft.number },
    });
    done('discard', await discardPaymentFile(world.finance.maker, { paymentFileId: draft.id, reason: '银行已付' }));
    expect(await explainUnmatched(world.finance.maker, given)).toMatchObject({ ok: true });
  });

  it('can still be booked on a disbursement that lapsed meanwhile, once it is revived', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'PAYMENT_FAILED', 'AC04');
    const { bankAccountId } = await standing(id);
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    done('lapse', await transact(world.finance.maker, (tx) => advance(tx, row, 'lapse')));
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    done(
      'take',
      await take(paymentFileId, await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' })),
    );
    const { id: itemId } = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: id } });
    const given = { itemId, verdict: 'AS_BANK_SAYS' as const, explanation: '银行更正：已入账' };
    expect(await explainUnmatched(world.finance.maker, given)).toMatchObject({ refusal: { why: 'lapsed' } });
    done('revive', await revive(world.finance.maker, { disbursementId: id, reason: '银行已付，恢复后记账' }));
    done('explain', await explainUnmatched(world.finance.maker, given));
    done('agree', await agreeUnmatched(world.finance.checker, { itemId, agrees: true }));
    expect((await standing(id)).status).toBe('PAID');
    await assertSound(world);
  });

  it('does not lose its hold by leaving the batch, nor can what was at the bank leave it', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'AC04');
    const { bankAccountId } = await standing(id);
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
    const leave = () => leaveBatch(world.finance.maker, { disbursementId: id, reason: '另行安排' });
    expect(await leave()).toMatchObject({ refusal: { code: 'was-at-bank' } });
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    done(
      'take',
      await take(paymentFileId, await bankAnswer(world.finance.checker, paymentFileId, { outcome: 'PAID' })),
    );
    expect(await leave()).toMatchObject({ refusal: { code: 'held' } });
    expect((await staffDisbursement(world.finance.maker, id))?.may.leaveBatch).toBe(false);
  });
});

describe('what two people closed by the books', () => {
  it('comes up again when the other of two payments comes back', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAID');
    const fileId = await fileOf(id);
    await tell(fileId, { outcome: 'PAID', reference: 'SECOND' });
    await agreed('AS_BOOKED', id);
    expect((await standing(id)).holdReason).toBeNull();
    await tell(fileId, { outcome: 'RETURNED', code: 'TM01' });
    expect(await standing(id)).toMatchObject({ status: 'PAYMENT_FAILED', holdReason: expect.stringContaining('银行') });
    expect(await retryPayment(world.finance.maker, { disbursementId: id })).toMatchObject({
      refusal: { code: 'held' },
    });
    await agreed('AS_BANK_SAYS', id);
    expect((await standing(id)).status).toBe('PAID');
    await assertSound(world);
  });

  it.each(['fails', 'is withdrawn'] as const)('comes up again when the second order %s', async (end) => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'TM01');
    const first = await fileOf(id);
    done('retry', await retryPayment(world.finance.maker, { disbursementId: id }));
    const second = await payByFile(world.finance, [id]);
    await tell(first, { outcome: 'PAID' });
    await agreed('AS_BOOKED', id);
    expect((await standing(id)).holdReason).toBeNull();
    if (end === 'fails') await tell(second, { outcome: 'FAILED', code: 'TM01' });
    else {
      const input = { paymentFileId: second, reason: '尚未送银行' };
      done('state', await stateNeverSent(world.finance.maker, input));
      done('withdraw', await withdrawPaymentFile(world.finance.checker, input));
    }
    expect((await standing(id)).holdReason).toContain('银行');
    await agreed('AS_BANK_SAYS', id);
    expect((await standing(id)).status).toBe('PAID');
    await assertSound(world);
  });
});

describe('a doubt about a payment', () => {
  it('keeps talents from being stopped though people had put a hold on before, and lets them be stopped after it', async () => {
    const { id: applicationId, talentIds } = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, applicationId, 'PAYMENT_FAILED', 'TM01');
    done('hold', await putHold(world.finance.maker, { disbursementId: id, reason: '核实中' }));
    await tell(await fileOf(id), { outcome: 'PAID' });
    const stop = { applicationId, talentIds, reason: '异议成立' };
    expect(done('stop', await transact(world.finance.final, (tx) => stopTalents(tx, stop))).outcome).toBe('RECORDED');
    expect((await standing(id)).status).toBe('PAYMENT_FAILED');
    await agreed('AS_BOOKED', id);
    expect(await standing(id)).toMatchObject({ status: 'FALLEN_AWAY', holdReason: '核实中' });
    await assertSound(world);
  });

  it('about an order of another file that is paid with us is a matter of two people, and 退汇 can be booked by it', async () => {
    const [one, two] = [await payable(), await payable()];
    const [first, second] = [await payByFile(world.finance, [one]), await payByFile(world.finance, [two])];
    await tell(first, { outcome: 'PAID' });
    const rows = text(await bankAnswer(world.finance.checker, first, { outcome: 'RETURNED', code: 'AC06' }));
    const paid = text(await bankAnswer(world.finance.checker, second, { outcome: 'PAID' }));
    done('take', await take(second, bytes(`${paid}${rows.split('\r\n')[1] ?? ''}\r\n`)));
    expect((await standing(one)).holdReason).toContain('银行');
    await agreed('AS_BANK_SAYS', one);
    expect(await standing(one)).toMatchObject({ status: 'PAYMENT_FAILED', holdReason: null });
    await assertSound(world);
  });

  it('that ends in a payment leaves no declaration of 已离职 to be decided', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'AC04');
    const { bankAccountId } = await standing(id);
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
    const [line] = await world.db.disbursementLine.findMany({ where: { disbursementId: id } });
    const left = { disbursementId: id, lineId: line?.id ?? '', reason: '已离职' };
    done('declare', await declareLeft(world.finance.clerk, left));
    await tell(await fileOf(id), { outcome: 'PAID' });
    await agreed('AS_BANK_SAYS', id);
    expect((await standing(id)).status).toBe('PAID');
    expect((await needingAttention(world.finance.maker)).map((row) => row.why)).not.toContain('left-declared');
    await assertSound(world);
  });
});
