import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { photographFile, receiptFile, receiptVersions } from '@/lib/receipt/queries';
import { aContact } from '../../builders/people';
import { confirmStanding, done } from '../../builders/disbursement';
import { photographAndSubmit } from '../../builders/receipt';
import { assertSound } from '../disbursement/disbursement-world';
import { receiptWorld, type ReceiptWorld } from './receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const receiptsOf = (disbursementId: string) =>
  world.db.receipt.findMany({ where: { disbursementId }, orderBy: { versionNumber: 'asc' } });

async function chooseAnotherContact(disbursementId: string): Promise<void> {
  const contact = { name: '沈一鸣', mobile: '13800000077', email: 'shen@example.com' };
  const contactId = await aContact(world.db, world.vault, world.own.id, contact, world.clerk.now);
  done('adjustContact', await adjustContact(world.clerk, { disbursementId, contactId }));
}

describe('打印收据', () => {
  it('issues one version under one number, however often it is pressed at once', async () => {
    const disbursementId = await world.confirmed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => printReceipt(world.clerk, { disbursementId })));
    const printed = answers.map((answer) => done('printReceipt', answer));
    expect(new Set(printed.map(({ receiptId }) => receiptId)).size).toBe(1);
    const receipts = await receiptsOf(disbursementId);
    expect(receipts.map(({ versionNumber, status }) => [versionNumber, status])).toEqual([[1, 'ISSUED']]);
    expect(receipts[0]?.number).toBe(printed[0]?.number);
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id: disbursementId } });
    expect([row.status, row.receiptNumber]).toEqual(['AWAITING_RECEIPT', receipts[0]?.number]);
    await assertSound(world);
  });

  it('keeps the very bytes that were issued, and hands these out', async () => {
    const { receiptId } = await world.printed();
    const [row, file] = [
      await world.db.receipt.findUniqueOrThrow({ where: { id: receiptId } }),
      await receiptFile(world.clerk, receiptId),
    ];
    expect(file?.bytes.byteLength).toBe(row.pdfBytes);
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('gives the same number and the next version after an adjustment, and voids the version before with its reason', async () => {
    const { disbursementId, number } = await world.printed();
    await chooseAnotherContact(disbursementId);
    expect((await receiptsOf(disbursementId)).map(({ status }) => status)).toEqual(['VOIDED']);
    await confirmStanding(world.clerk, disbursementId);
    const second = done('printReceipt', await printReceipt(world.clerk, { disbursementId }));
    expect([second.number, second.version]).toEqual([number, 2]);
    const [v2, v1] = await receiptVersions(world.clerk, disbursementId);
    expect([v2?.status, v2?.version]).toEqual(['ISSUED', 2]);
    expect([v1?.status, v1?.voidReason, v1?.voidedAt]).toEqual(['VOIDED', '银行账户或联系人已调整', world.clerk.now]);
  });

  it('gives different numbers to different matters', async () => {
    const [one, other] = [await world.printed(), await world.printed()];
    expect(one.number).not.toBe(other.number);
  });

  it('is refused before account and contact are confirmed again', async () => {
    const { disbursementId } = await world.printed();
    await chooseAnotherContact(disbursementId);
    const answer = await printReceipt(world.clerk, { disbursementId });
    expect(answer.ok === false && answer.refusal.code).toBe('wrong-state');
  });
});

describe('the paper of one enterprise', () => {
  it('is not there for another one: neither list, PDF nor photographs', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const photographId = await photographAndSubmit(world.clerk, disbursementId);
    const stranger = world.clerkOf(world.other);
    await expect(receiptVersions(stranger, disbursementId)).rejects.toThrow(Denied);
    await expect(receiptFile(stranger, receiptId)).rejects.toThrow(Denied);
    for (const as of ['view', 'flat', 'kept'] as const) {
      await expect(photographFile(stranger, photographId, as)).rejects.toThrow(Denied);
      expect((await photographFile(world.clerk, photographId, as))?.bytes.byteLength).toBeGreaterThan(10_000);
    }
    await expect(printReceipt(stranger, { disbursementId })).rejects.toThrow(Denied);
  });
});
