import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bindAddress } from '@/lib/access/accounts-store';
import { openSealed } from '@/lib/db/sealed';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { payable, paymentFileDetail } from '@/lib/disbursement/payment-queries';
import { needingAttention, staffDisbursement } from '@/lib/disbursement/staff-queries';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { bringTo, confirmFile, confirmStanding, done } from '../../builders/disbursement';
import { aClearedCase, disbursementWorld, NOW, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
  await bindAddress(world.finance.maker, world.own.users.admin, 'mobile', '13800000051');
});
afterAll(() => world.drop());

const LATER = new Date(NOW.getTime() + 24 * 3_600_000);
const LONG_AGO = new Date('2026-06-01T02:00:00Z');
let serial = 0;
const anotherAccount = async () => {
  serial += 1;
  const typed = {
    number: `622200005555${1000 + serial}`,
    bankName: '样本银行苏州独墅湖支行',
    cnapsCode: '999305000037',
  };
  return done('account', await saveBankAccount(world.financeAt(LONG_AGO).clerk, typed)).id;
};
const at = async (status: 'AWAITING_RECEIPT' | 'PAYABLE' | 'PAYMENT_FAILED') =>
  bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status);
const masked = async (id: string | undefined) =>
  (await world.db.bankAccount.findUniqueOrThrow({ where: { id } })).maskedNumber;
const payeeOf = async (id: string) => (await staffDisbursement(world.finance.maker, id))?.payee;

/** From the confirmation on to PAYABLE, the day after. */
async function onward(id: string) {
  const { clerk, maker } = world.financeAt(LATER);
  await confirmStanding(clerk, id);
  await PAPERS.print(clerk, id);
  await PAPERS.submit(clerk, id);
  await PAPERS.accept(maker, id);
}

describe('what finance is told of an account before it pays', () => {
  it('is who changed it when, from what to what, masked; it stands with the orders and before the second person', async () => {
    const id = await at('AWAITING_RECEIPT');
    const bankAccountId = await anotherAccount();
    const [from, to] = [await masked(world.own.bankAccountIds[0]), await masked(bankAccountId)];
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId }));
    const by = `${world.own.name} super`;
    const said = `2026年11月23日 10:00 ${by} 更换了账户，原 ${from}`;
    expect(await payeeOf(id)).toMatchObject({
      risks: [said],
      changes: [{ what: 'account', at: NOW, by, from, to, afterFailure: false }],
    });
    await confirmStanding(world.finance.clerk, id);
    const attention = await needingAttention(world.finance.maker);
    expect(attention.find((row) => row.id === id)).toMatchObject({
      why: 'new-account',
      what: `2026年11月24日 10:00 后可付；${said}`,
    });

    const { clerk, maker, checker } = world.financeAt(LATER);
    await PAPERS.print(clerk, id);
    await PAPERS.submit(clerk, id);
    await PAPERS.accept(maker, id);
    expect((await payable(maker)).find((row) => row.id === id)).toMatchObject({ obstacle: null, risks: [said] });
    const { programmeId } = world.programme;
    const file = done('file', await makePaymentFile(maker, { programmeId, disbursementIds: [id] }));
    expect((await paymentFileDetail(checker, file.id))?.lines).toMatchObject([{ risks: [said] }]);
    await confirmFile(checker, file.id);
    expect((await paymentFileDetail(checker, file.id))?.lines).toMatchObject([{ risks: [] }]);
  });

  it('is that another account was chosen after a payment that failed, also when it was chosen in two steps', async () => {
    const id = await at('PAYMENT_FAILED');
    const [first, second] = [await anotherAccount(), await anotherAccount()];
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: first }));
    expect((await payeeOf(id))?.risks).toContain('付款未成功后更换的账户');
    done('adjust', await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId: second }));
    await onward(id);
    const row = (await payable(world.financeAt(LATER).maker)).find((one) => one.id === id);
    expect(row?.risks).toEqual([
      expect.stringContaining(`更换了账户，原 ${await masked(first)}`),
      '付款未成功后更换的账户',
    ]);
  });

  it('is nothing after a failed payment where the same account was kept', async () => {
    const id = await at('PAYMENT_FAILED');
    const { bankAccountId } = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
    expect(await payeeOf(id)).toEqual({ risks: [], changes: [] });
  });

  it('is that the bank table lacks its number, or has it under another name', async () => {
    const id = await at('PAYABLE');
    const risks = async () => (await payable(world.finance.maker)).find((row) => row.id === id)?.risks;
    expect(await risks()).toEqual([]);
    const { bankAccount } = await world.db.disbursement.findUniqueOrThrow({
      where: { id },
      include: { bankAccount: true },
    });
    const inTable = (cnapsCode: string) =>
      world.db.bankBranch.create({
        data: { cnapsCode, name: '样例银行别处支行', city: '苏州', searchText: '', updatedAt: NOW },
      });
    await inTable('999305009999');
    expect(await risks()).toEqual(['联行号不在银行表中']);
    await inTable(bankAccount?.cnapsCode ?? '');
    expect(await risks()).toEqual(['开户行与银行表不一致：表中为“样例银行别处支行”']);
    await world.db.bankBranch.deleteMany();
  });
});

describe('a change of the payee', () => {
  it('is told to the administrator of the enterprise, whoever the contact is by then', async () => {
    const id = await at('AWAITING_RECEIPT');
    await world.db.message.deleteMany();
    done(
      'adjust',
      await adjustAccount(world.finance.clerk, { disbursementId: id, bankAccountId: await anotherAccount() }),
    );
    const [told, ...others] = await world.db.message.findMany({ where: { kind: 'account-notice' } });
    expect(others).toEqual([]);
    const read = (column: 'address' | 'body') =>
      openSealed(world.finance.maker, { table: 'message', column, rowId: told?.id ?? '' });
    expect(await read('address')).toBe('13800000051');
    expect(await read('body')).toMatch(/^【园区一网通办】本单位申请RC\d+的收款信息已变更/);
  });
});
