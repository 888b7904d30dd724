import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { newId } from '@/lib/db/ids';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { saveContact } from '@/lib/enterprise/commands/save-contact';
import { systemActor } from '@/lib/access/actor';
import { bringTo, confirmStanding, done } from '../../builders/disbursement';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  NOW,
  PAPERS,
  type DisbursementWorld,
} from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
let serial = 0;
const anotherAccount = async (at = NOW) => {
  serial += 1;
  const input = {
    number: `62220000${String(serial).padStart(8, '0')}`,
    bankName: '样本银行苏州独墅湖支行',
    cnapsCode: '999305000037',
  };
  return done('account', await saveBankAccount(world.financeAt(at).clerk, input)).id;
};
const anotherContact = async () => {
  const input = { name: '顾晓', position: '财务', mobile: '13800000009', email: 'gu@example.com' };
  return done('contact', await saveContact(world.finance.clerk, input)).id;
};

async function at(status: 'AWAITING_CONFIRMATION' | 'AWAITING_PRINT' | 'AWAITING_RECEIPT' | 'RECEIPT_REVIEW') {
  const one = await aClearedCase(world);
  return bringTo(world.finance, PAPERS, one.id, status);
}

describe('确认', () => {
  it('keeps who confirmed which account and contact, and when', async () => {
    const id = await at('AWAITING_PRINT');
    expect(await standing(id)).toMatchObject({
      confirmedById: world.own.users.super,
      confirmedAt: NOW,
      bankAccountId: world.own.bankAccountIds[0],
      contactId: world.own.contactIds[0],
      notBefore: null,
    });
  });

  it('takes only what stands there: a page drawn before an adjustment confirms nothing', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const seen = { bankAccountId: world.own.bankAccountIds[0] ?? '', contactId: world.own.contactIds[0] ?? '' };
    const chosen = { disbursementId: id, bankAccountId: await anotherAccount() };
    done('adjust', await adjustAccount(world.finance.clerk, chosen));
    const late = await confirm(world.finance.clerk, { disbursementId: id, ...seen });
    expect(late).toMatchObject({ refusal: { code: 'somebody-was-faster' } });
    expect(await standing(id)).toMatchObject({ status: 'AWAITING_CONFIRMATION', bankAccountId: chosen.bankAccountId });
  });

  it('refuses an account that was retired, or stands under a former name of the enterprise', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const input = {
      disbursementId: id,
      bankAccountId: await anotherAccount(),
      contactId: world.own.contactIds[0] ?? '',
    };
    const { bankAccountId } = input;
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId }));
    await world.db.bankAccount.update({ where: { id: bankAccountId }, data: { holder: '苏州旧名科技有限公司' } });
    expect(await confirm(world.finance.clerk, input)).toMatchObject({
      refusal: { code: 'holder-differs', holder: '苏州旧名科技有限公司', enterprise: world.own.name },
    });
    await world.db.bankAccount.update({ where: { id: bankAccountId }, data: { retiredAt: NOW } });
    expect(await confirm(world.finance.clerk, input)).toMatchObject({ refusal: { code: 'account-retired' } });
    expect((await standing(id)).status).toBe('AWAITING_CONFIRMATION');
  });

  it('is done once when twenty confirm at once', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const input = {
      disbursementId: id,
      bankAccountId: world.own.bankAccountIds[0] ?? '',
      contactId: world.own.contactIds[0] ?? '',
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(world.finance.clerk, input)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'disbursement.confirm' } })).toBe(1);
  });

  it('is not for the administrator of the enterprise, nor while it is frozen', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const input = {
      disbursementId: id,
      bankAccountId: world.own.bankAccountIds[0] ?? '',
      contactId: world.own.contactIds[0] ?? '',
    };
    const admin = { ...world.finance.clerk, actor: { ...world.finance.clerk.actor, role: 'ADMIN' as const } };
    await expect(confirm(admin, input)).rejects.toThrow(Denied);
    const frozen = { ...world.finance.clerk, actor: { ...world.finance.clerk.actor, frozen: true } };
    await expect(confirm(frozen, input)).rejects.toThrow(Denied);
  });

  it('makes a young account wait before it can be paid', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const bankAccountId = await anotherAccount();
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId }));
    await confirmStanding(world.finance.clerk, id);
    expect((await standing(id)).notBefore).toEqual(new Date(NOW.getTime() + 24 * 3_600_000));
  });
});

describe('another account than the one that was proposed', () => {
  it('waits as well, however old it is and though nothing was confirmed yet', async () => {
    const old = await anotherAccount(new Date(NOW.getTime() - 400 * 24 * 3_600_000));
    const id = await at('AWAITING_CONFIRMATION');
    const { bankAccountId: proposed } = await standing(id);
    if (!proposed) throw new Error('no account is proposed');
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId: old }));
    await confirmStanding(world.finance.clerk, id);
    expect((await standing(id)).notBefore).toEqual(new Date(NOW.getTime() + 24 * 3_600_000));
  });
});

describe('调整银行账户、调整联系人', () => {
  it('voids the printed version and its live phone link, and wants a new confirmation', async () => {
    const id = await at('AWAITING_RECEIPT');
    const receipt = await world.db.receipt.findFirstOrThrow({ where: { disbursementId: id } });
    const link = {
      id: newId(),
      receiptId: receipt.id,
      tokenHash: newId(),
      tokenAt: NOW,
      pairingCode: '4719',
      steps: [],
      createdById: world.own.users.super,
      createdAt: NOW,
      lastSeenAt: NOW,
    };
    await world.db.captureSession.create({ data: link });
    done(
      'adjust',
      await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId: await anotherAccount() }),
    );
    expect((await standing(id)).status).toBe('AWAITING_CONFIRMATION');
    expect(await world.db.receipt.findUniqueOrThrow({ where: { id: receipt.id } })).toMatchObject({
      status: 'VOIDED',
      voidedAt: NOW,
      voidReason: '银行账户或联系人已调整',
    });
    expect((await world.db.captureSession.findUniqueOrThrow({ where: { id: link.id } })).status).toBe('VOIDED');
    await assertSound(world);
  });

  it('tells the contact from before, in case it was not the enterprise who changed it', async () => {
    const id = await at('AWAITING_PRINT');
    done('adjust', await adjustContact(world.finance.clerk, { disbursementId: id, contactId: await anotherContact() }));
    const audit = await world.db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: 'disbursement.adjust' },
    });
    expect(audit.detail).toMatchObject({ contactId: world.own.contactIds[0] });
  });

  it('keeps with a choice before the confirmation whom to tell of it: the contact from before', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    done('choose', await adjustContact(world.finance.clerk, { disbursementId: id, contactId: await anotherContact() }));
    const where = { subjectId: id, action: 'disbursement.choose' };
    const { detail } = await world.db.auditEntry.findFirstOrThrow({ where });
    expect(detail).toMatchObject({ contactId: world.own.contactIds[0] });
  });

  it('refuses the account or contact of another enterprise, and one that does not exist', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const foreign = { disbursementId: id, bankAccountId: world.other.bankAccountIds[0] ?? '' };
    expect(await adjustAccount(world.finance.clerk, foreign)).toMatchObject({ refusal: { code: 'account-retired' } });
    const none = { disbursementId: id, contactId: newId() };
    expect(await adjustContact(world.finance.clerk, none)).toMatchObject({ refusal: { code: 'contact-retired' } });
  });

  it('only chooses while nothing was confirmed, and changes nothing when the same is chosen', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    const contactId = await anotherContact();
    done('choose', await adjustContact(world.finance.clerk, { disbursementId: id, contactId }));
    expect(await standing(id)).toMatchObject({ status: 'AWAITING_CONFIRMATION', contactId });
    const same = await adjustContact(world.finance.clerk, { disbursementId: id, contactId });
    expect(same).toMatchObject({ refusal: { code: 'nothing-changed' } });
  });

  it('is refused while finance looks at the receipt: it must be taken back first', async () => {
    const id = await at('RECEIPT_REVIEW');
    const input = { disbursementId: id, bankAccountId: await anotherAccount() };
    expect(await adjustAccount(world.finance.clerk, input)).toMatchObject({ refusal: { code: 'wrong-state' } });
  });

  it('lets another account than the confirmed one be paid only a day later, even an old one', async () => {
    const old = await anotherAccount(new Date('2026-06-01T02:00:00Z'));
    const id = await at('AWAITING_RECEIPT');
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId: old }));
    await confirmStanding(world.finance.clerk, id);
    expect((await standing(id)).notBefore).toEqual(new Date(NOW.getTime() + 24 * 3_600_000));
  });

  it('voids once when twenty adjust at once', async () => {
    const id = await at('AWAITING_RECEIPT');
    const input = { disbursementId: id, bankAccountId: await anotherAccount() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => adjustAccount(world.finance.clerk, input)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'disbursement.adjust' } })).toBe(1);
  });
});

describe('a disbursement in which nothing is done', () => {
  it('lapses the day after its last day and not on it, and gives the money free', async () => {
    const id = await at('AWAITING_PRINT');
    const clock = (text: string) => world.as(systemActor('sweep'), new Date(text));
    const system = (text: string) => lapseIdle(clock(text));
    // Opened on 23 November: third reminder on 22 January, ninety days of silence until 22 April.
    await remindDisbursements(clock('2027-01-22T01:00:00Z'));
    await system('2027-04-22T15:59:59Z');
    expect((await standing(id)).status).toBe('AWAITING_PRINT');
    await system('2027-04-22T16:00:00Z');
    expect((await standing(id)).status).toBe('LAPSED');
    await assertSound(world);
  });
});
