import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLink } from '@/lib/capture/commands/open-link';
import { submitPhotograph } from '@/lib/capture/commands/photograph';
import { freezeEnterprise, unfreezeEnterprise } from '@/lib/desk/commands/freeze';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { Denied } from '@/lib/access/authorise';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { newId } from '@/lib/db/ids';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { factsOf } from '@/lib/messaging/store';
import { modelOf } from '@/lib/receipt/paper-queries';
import { done } from '../../builders/disbursement';
import { handInUnseen, photographPaper, scannedPhone, shoot } from '../../builders/receipt';
import { aStaffUser } from '../../builders/people';
import { staffActor } from '../../support/context';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { assertSound } from '../disbursement/disbursement-world';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

let world: ReceiptWorld;
let officer: ReturnType<typeof world.as<ReturnType<typeof staffActor>>>;
beforeEach(async () => {
  world = await receiptWorld();
  const id = await aStaffUser(world.db, { username: 'window', roles: ['WINDOW'], passwordHash: 'none' });
  officer = world.as(staffActor(id, 'window', 'WINDOW'));
});
afterEach(() => world.drop());

let sequence = 0;
async function rename(name: string): Promise<void> {
  sequence += 1;
  const id = newId();
  await world.db.changeRequest.create({
    data: {
      id,
      kind: 'ENTERPRISE_INFO',
      status: 'RECEIVED',
      number: `BG2026${String(sequence).padStart(7, '0')}`,
      enterpriseId: world.own.id,
      fields: { name },
      createdAt: officer.now,
      submittedAt: officer.now,
    },
  });
  done('take', await takeRequest(officer, { id }));
  done('grant', await grantRequest(officer, { id, reason: '' }));
}
const renamedClerk = (name: string) => ({ ...world.clerk, actor: { ...world.clerk.actor, enterpriseName: name } });
const receipt = (id: string) => world.db.receipt.findUniqueOrThrow({ where: { id } });
const statusOf = async (id: string) => (await world.db.disbursement.findUniqueOrThrow({ where: { id } })).status;

describe('a new name', () => {
  it('voids what is printed or handed in but not accepted; what was accepted and issued keeps its name', async () => {
    const before = world.own.name;
    const printed = await world.printed();
    const link = done('link', await openLink(world.clerk, { receiptId: printed.receiptId }));
    const handedIn = await world.printed();
    await handInUnseen(world.clerk, handedIn.disbursementId);
    const waiting = await world.confirmed();

    await rename('苏州更名后科技有限公司');
    for (const { disbursementId, receiptId } of [printed, handedIn]) {
      expect(await statusOf(disbursementId)).toBe('AWAITING_CONFIRMATION');
      expect(await receipt(receiptId)).toMatchObject({ status: 'VOIDED', voidReason: '企业名称已变更' });
      expect((await modelOf(world.clerk, receiptId)).payee).toBe(before);
    }
    expect(await statusOf(waiting)).toBe('AWAITING_CONFIRMATION');
    const ended = await world.db.captureSession.findUniqueOrThrow({ where: { id: link.captureId } });
    expect(ended.status).toBe('VOIDED');
    await assertSound(world);

    const clerk = renamedClerk('苏州更名后科技有限公司');
    const [old, contactId] = [world.own.bankAccountIds[0] ?? '', world.own.contactIds[0] ?? ''];
    const confirmed = await confirm(clerk, { disbursementId: printed.disbursementId, bankAccountId: old, contactId });
    expect(confirmed).toMatchObject({ ok: false, refusal: { code: 'holder-differs' } });
    const account = { number: '3205990100999999', bankName: '示例银行苏州支行', cnapsCode: '999305000018' };
    const { id: bankAccountId } = done('account', await saveBankAccount(clerk, account));
    done('adjust', await adjustAccount(clerk, { disbursementId: printed.disbursementId, bankAccountId }));
    done('confirm', await confirm(clerk, { disbursementId: printed.disbursementId, bankAccountId, contactId }));
    const again = done('print', await printReceipt(clerk, { disbursementId: printed.disbursementId }));
    expect(again.version).toBe(2);
    expect((await modelOf(world.clerk, again.receiptId)).payee).toBe('苏州更名后科技有限公司');

    const told = await world.db.auditEntry.findFirstOrThrow({
      where: { subjectId: printed.disbursementId, action: 'disbursement.rename' },
    });
    const subject = { kind: 'disbursement', id: printed.disbursementId, auditId: told.id };
    expect((await factsOf(world.as({ kind: 'system', job: 'tell' }), subject))?.to.mobile).toBeTruthy();
  });
});

describe('a frozen enterprise', () => {
  it('ends what is open on a phone and stops what would go on; unfrozen it goes on', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const photographId = await shoot(phone, await photographPaper(world.clerk, receiptId));
    done('freeze', await freezeEnterprise(officer, { enterpriseId: world.own.id, reason: '法定代表人来电申请' }));

    expect((await submitPhotograph(phone, { photographId })).ok).toBe(false);
    expect(await statusOf(disbursementId)).toBe('AWAITING_RECEIPT');
    const frozen = { ...world.clerk, actor: { ...world.clerk.actor, frozen: true } };
    await expect(openLink(frozen, { receiptId })).rejects.toThrow(Denied);
    await expect(printReceipt(frozen, { disbursementId })).rejects.toThrow(Denied);

    const log = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'enterprise.freeze' } });
    expect(log.detail).toEqual({ reason: '法定代表人来电申请' });
    const subject = { kind: 'enterprise', id: world.own.id, auditId: log.id };
    const told = await factsOf(world.as({ kind: 'system', job: 'tell' }), subject);
    expect(told).toMatchObject({ facts: { reason: '法定代表人来电申请' }, to: { applicationId: null } });
    expect(told?.to.mobile).toBeTruthy();

    const twice = await freezeEnterprise(officer, { enterpriseId: world.own.id, reason: '再冻结一次' });
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
    done('unfreeze', await unfreezeEnterprise(officer, { enterpriseId: world.own.id, reason: '已核实本人' }));
    await handInUnseen(world.clerk, disbursementId);
    expect(await statusOf(disbursementId)).toBe('RECEIPT_REVIEW');
  });
});
