import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { submitPhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { submitPhotograph } from '@/lib/capture/commands/photograph';
import { receiptDesk, receiptQueue } from '@/lib/capture/desk-queries';
import { acceptReceipt, openReceipt, returnReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { takeBackReceipt } from '@/lib/disbursement/commands/submit-receipt';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import type { Result } from '@/lib/kernel/result';
import { modelOf } from '@/lib/receipt/paper-queries';
import { receiptVersions } from '@/lib/receipt/queries';
import { done } from '../../builders/disbursement';
import {
  handInUnseen,
  photographAndSubmit,
  photographPaper,
  printAndPhotograph,
  scannedPhone,
  shoot,
} from '../../builders/receipt';
import { assertSound } from '../disbursement/disbursement-world';
import { receiptWorld, type ReceiptWorld } from './receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);

async function statusOf(id: string): Promise<string> {
  return (await world.db.disbursement.findUniqueOrThrow({ where: { id } })).status;
}

/** A printed receipt with a photograph handed in. */
async function handedIn() {
  const { disbursementId, receiptId } = await world.printed();
  const photographId = await handInUnseen(world.clerk, disbursementId);
  return { disbursementId, receiptId, photographId };
}

describe('确认提交', () => {
  it('hands one photograph in, however often it is pressed at once', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const photographId = await shoot(phone, await photographPaper(world.clerk, receiptId));
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitPhotograph(phone, { photographId })));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['done']));
    const submitted = await world.db.auditEntry.count({
      where: { subjectId: disbursementId, action: 'disbursement.submitReceipt' },
    });
    const handed = await world.db.receiptPhotograph.count({ where: { receiptId, submittedAt: { not: null } } });
    expect([submitted, handed, await statusOf(disbursementId)]).toEqual([1, 1, 'RECEIPT_REVIEW']);
    await assertSound(world);
  });

  it('lets one of two photographs through when phone and desktop hand in at once', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const jpeg = await photographPaper(world.clerk, receiptId);
    const first = await shoot(phone, jpeg);
    const second = await shoot(phone, jpeg);
    const answers = await Promise.all([
      submitPhotograph(phone, { photographId: second }),
      submitPhotographFromDesktop(world.clerk, { photographId: first }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const handed = await world.db.receiptPhotograph.count({ where: { receiptId, submittedAt: { not: null } } });
    expect([handed, await statusOf(disbursementId)]).toEqual([1, 'RECEIPT_REVIEW']);
  });
});

describe('取回', () => {
  it('is possible until finance opens the receipt, and the same photograph does not count again', async () => {
    const { disbursementId, receiptId, photographId } = await handedIn();
    done('takeBack', await takeBackReceipt(world.clerk, { receiptId }));
    expect(await statusOf(disbursementId)).toBe('AWAITING_RECEIPT');
    expect(codeOf(await submitPhotographFromDesktop(world.clerk, { photographId }))).toBe('no-photograph');
    const again = await handInUnseen(world.clerk, disbursementId);
    done('openReceipt', await openReceipt(world.finance.maker, { disbursementId, photographId: again }));
    expect(codeOf(await takeBackReceipt(world.clerk, { receiptId }))).toBe('receipt-opened');
    expect(await statusOf(disbursementId)).toBe('RECEIPT_REVIEW');
  });

  it('at the instant of opening either comes first or is refused; never both happen', async () => {
    const { receiptId, disbursementId, photographId } = await handedIn();
    const [back, open] = await Promise.all([
      takeBackReceipt(world.clerk, { receiptId }),
      openReceipt(world.finance.maker, { disbursementId, photographId }),
    ]);
    const photograph = await world.db.receiptPhotograph.findFirstOrThrow({ where: { receiptId } });
    expect([photograph.takenBackAt !== null, photograph.openedAt !== null].filter(Boolean)).toHaveLength(1);
    expect(codeOf(back)).toBe(photograph.takenBackAt ? 'done' : 'receipt-opened');
    expect(open.ok || photograph.takenBackAt !== null).toBe(true);
  });
});

describe('an officer at the desk', () => {
  it('is told when the very file that was returned is handed in again', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const { maker } = world.finance;
    const jpeg = await photographPaper(world.clerk, receiptId);
    const handIn = async () => {
      const phone = await scannedPhone(world.clerk, receiptId);
      const photographId = await shoot(phone, jpeg);
      done('submitPhotograph', await submitPhotograph(phone, { photographId }));
      return photographId;
    };
    const photographId = await handIn();
    done('openReceipt', await openReceipt(maker, { disbursementId, photographId }));
    done('returnReceipt', await returnReceipt(maker, { disbursementId, photographId, reason: '请重拍。' }));
    await handIn();
    expect((await receiptDesk(maker, disbursementId))?.earlier).toMatchObject([
      { outcome: 'returned', isSameFile: true },
    ]);
  });

  it('returns a receipt with a reason, which the enterprise reads; photographed again and accepted it can be paid', async () => {
    const { disbursementId, receiptId, photographId: first } = await handedIn();
    const { maker } = world.finance;
    done('openReceipt', await openReceipt(maker, { disbursementId, photographId: first }));
    const reason = '印章不清楚，请重新加盖后拍照。';
    done('returnReceipt', await returnReceipt(maker, { disbursementId, photographId: first, reason }));
    const [version] = await receiptVersions(world.clerk, disbursementId);
    expect([version?.status, version?.photographs[0]?.decisionReason]).toEqual(['RETURNED', reason]);
    expect(await statusOf(disbursementId)).toBe('AWAITING_RECEIPT');

    const photographId = await photographAndSubmit(world.clerk, disbursementId, { seed: 3 });
    const desk = await receiptDesk(maker, disbursementId);
    expect(desk?.earlier).toMatchObject([{ outcome: 'returned', reason, isSameFile: false }]);
    done('openReceipt', await openReceipt(maker, { disbursementId, photographId }));
    done('acceptReceipt', await acceptReceipt(maker, { disbursementId, photographId }));
    expect(codeOf(await acceptReceipt(maker, { disbursementId, photographId }))).toBe('somebody-was-faster');
    const receipt = await world.db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
    expect([receipt.status, await statusOf(disbursementId)]).toEqual(['ACCEPTED', 'PAYABLE']);
    await assertSound(world);
  });

  it('judges the photograph on the screen only: one that came meanwhile is neither opened, passed nor returned', async () => {
    const { disbursementId, photographId } = await handedIn();
    const { maker } = world.finance;
    const onScreen = { disbursementId, photographId };
    const reason = '印章不清楚，请重新加盖后拍照。';
    done('openReceipt', await openReceipt(maker, onScreen));
    done('returnReceipt', await returnReceipt(maker, { ...onScreen, reason }));
    expect(codeOf(await acceptReceipt(maker, onScreen))).toBe('somebody-was-faster');
    const newer = { disbursementId, photographId: await handInUnseen(world.clerk, disbursementId) };
    const answers = [
      await openReceipt(maker, onScreen),
      await acceptReceipt(maker, onScreen),
      await returnReceipt(maker, { ...onScreen, reason }),
    ];
    expect(answers.map(codeOf)).toEqual(['photograph-replaced', 'photograph-replaced', 'photograph-replaced']);
    expect((await receiptDesk(maker, disbursementId))?.photograph).toMatchObject({
      id: newer.photographId,
      opened: false,
    });
    expect(codeOf(await acceptReceipt(maker, newer))).toBe('photograph-unopened');
    expect(await statusOf(disbursementId)).toBe('RECEIPT_REVIEW');
    done('openReceipt', await openReceipt(maker, newer));
    done('acceptReceipt', await acceptReceipt(maker, newer));
    await assertSound(world);
  });

  it('reads what the paper says with account and telephone masked', async () => {
    const { disbursementId, receiptId } = await handedIn();
    const [desk, model] = [
      await receiptDesk(world.finance.maker, disbursementId),
      await modelOf(world.clerk, receiptId),
    ];
    expect(desk?.values).toMatchObject({ number: model.number, payee: world.own.name, totalFen: 150_000_00 });
    const said = JSON.stringify(desk);
    expect([said.includes(model.account.number), said.includes(model.contact.phone)]).toEqual([false, false]);
    expect(desk?.values.account.masked.slice(-4)).toBe(model.account.number.slice(-4));
  });

  it('is told of the account what the page of the payment tells, and until when a new one waits', async () => {
    const { disbursementId } = await handedIn();
    const { maker } = world.finance;
    const elsewhere = { cnapsCode: '999305009999', name: '样例银行别处支行', city: '苏州', searchText: '' };
    await world.db.bankBranch.create({ data: { ...elsewhere, updatedAt: maker.now } });
    const notBefore = new Date(maker.now.getTime() + 3_600_000);
    await world.db.disbursement.update({ where: { id: disbursementId }, data: { notBefore } });
    const desk = await receiptDesk(maker, disbursementId);
    expect(desk).toMatchObject({ notBefore, risks: ['联行号不在银行表中'] });
    expect((await staffDisbursement(maker, disbursementId))?.payee.risks).toEqual(desk?.risks);
    expect((await receiptDesk({ ...maker, now: notBefore }, disbursementId))?.notBefore).toBeNull();
    await world.db.bankBranch.deleteMany();
  });

  it('is warned when the very same picture was handed in for another receipt', async () => {
    const { disbursementId, photographId } = await handedIn();
    const { originalSha256 } = await world.db.receiptPhotograph.findUniqueOrThrow({ where: { id: photographId } });
    expect((await receiptDesk(world.finance.maker, disbursementId))?.samePictureElsewhere).toBe(0);
    const other = await handedIn();
    await world.db.receiptPhotograph.update({ where: { id: other.photographId }, data: { originalSha256 } });
    expect((await receiptDesk(world.finance.maker, disbursementId))?.samePictureElsewhere).toBe(1);
  });

  it('finds the oldest first, by number or by enterprise, and nothing that was decided', async () => {
    const [first, second] = [await handedIn(), await handedIn()];
    const ids = (await receiptQueue(world.finance.maker)).map(({ disbursementId }) => disbursementId);
    expect(ids.indexOf(first.disbursementId)).toBeLessThan(ids.indexOf(second.disbursementId));
    const [version] = await receiptVersions(world.clerk, second.disbursementId);
    const byNumber = await receiptQueue(world.finance.maker, version?.number.toLowerCase());
    expect(byNumber.map(({ disbursementId }) => disbursementId)).toEqual([second.disbursementId]);
    expect((await receiptQueue(world.finance.maker, world.own.name)).length).toBeGreaterThan(1);
    done('openReceipt', await openReceipt(world.finance.maker, first));
    done('acceptReceipt', await acceptReceipt(world.finance.maker, first));
    const left = (await receiptQueue(world.finance.maker)).map(({ disbursementId }) => disbursementId);
    expect([left.includes(first.disbursementId), left.includes(second.disbursementId)]).toEqual([false, true]);
    expect(await receiptDesk(world.finance.maker, first.disbursementId)).toBeNull();
  });

  it('judges only as 财务制单: the second person of finance looks, the enterprise does not even that', async () => {
    const one = await handedIn();
    const { disbursementId } = one;
    const { checker, clerk } = world.finance;
    expect((await receiptDesk(checker, disbursementId))?.mayJudge).toBe(false);
    await expect(acceptReceipt(checker, one)).rejects.toThrow(Denied);
    await expect(openReceipt(checker, one)).rejects.toThrow(Denied);
    await expect(receiptDesk(clerk as never, disbursementId)).rejects.toThrow(Denied);
  });
});

describe('the whole way of the paper', () => {
  it('leads a confirmed matter to where it can be paid', async () => {
    const disbursementId = await world.confirmed();
    await printAndPhotograph(world.finance, disbursementId);
    expect(await statusOf(disbursementId)).toBe('PAYABLE');
  });
});
