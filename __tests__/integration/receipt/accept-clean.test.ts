import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Denied } from '@/lib/access/authorise';
import { acceptClean } from '@/lib/capture/commands/accept-clean';
import { receiptSheets } from '@/lib/capture/sheet-queries';
import { putHold } from '@/lib/disbursement/commands/hold';
import { returnReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { reopenReceipt } from '@/lib/disbursement/commands/reopen-receipt';
import { takeBackReceipt } from '@/lib/disbursement/commands/submit-receipt';
import { photographThumb } from '@/lib/receipt/queries';
import { bringTo, done } from '../../builders/disbursement';
import { handInUnseen } from '../../builders/receipt';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  PAPERS,
  type DisbursementWorld,
} from '../disbursement/disbursement-world';

let world: DisbursementWorld;
let flat: Uint8Array;
beforeAll(async () => {
  world = await disbursementWorld();
  flat = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.drop());

type Given = Parameters<typeof handInUnseen>[2];

/** A receipt that waits for the officer, its photograph with a straightened sheet. */
async function waiting(given: Given = { flat }) {
  const disbursementId = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'AWAITING_RECEIPT');
  return { disbursementId, photographId: await handInUnseen(world.finance.clerk, disbursementId, given) };
}
const sheetOf = async (photographId: string) =>
  (await receiptSheets(world.finance.maker)).find((row) => row.photographId === photographId);
const statusOf = async (id: string) => (await world.db.disbursement.findUniqueOrThrow({ where: { id } })).status;
const audited = (subjectId: string, action: string) => world.db.auditEntry.count({ where: { subjectId, action } });

describe('接受 out of the list of sheets', () => {
  it('accepts one receipt with an audit row of its own, opened and decided by that person', async () => {
    const one = await waiting();
    const account = await world.db.bankAccount.findFirstOrThrow({ where: { enterpriseId: world.own.id } });
    expect(await sheetOf(one.photographId)).toMatchObject({
      ...one,
      causes: [],
      amountFen: 150_000_00,
      holder: world.own.name,
      account: account.maskedNumber,
    });
    done('acceptClean', await acceptClean(world.finance.maker, one));
    const photograph = await world.db.receiptPhotograph.findUniqueOrThrow({ where: { id: one.photographId } });
    const by = world.finance.maker.actor.id;
    expect(photograph).toMatchObject({ decision: 'ACCEPTED', decidedById: by, openedById: by });
    expect(await statusOf(one.disbursementId)).toBe('PAYABLE');
    expect(await audited(one.disbursementId, 'disbursement.accept')).toBe(1);
    expect(await sheetOf(one.photographId)).toBeUndefined();
    await assertSound(world);
  });

  it('is done once, however often it is asked by the same person; another one is told that somebody was faster', async () => {
    const one = await waiting();
    const { maker } = world.finance;
    const answers = await Promise.all([1, 2, 3, 4].map(() => acceptClean(maker, one)));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await acceptClean(maker, one)).toMatchObject({ ok: true });
    expect(await audited(one.disbursementId, 'disbursement.accept')).toBe(1);
    const colleague = { ...maker, actor: { ...maker.actor, id: one.photographId } };
    expect(await acceptClean(colleague, one)).toMatchObject({ refusal: { code: 'somebody-was-faster' } });
  });

  it('refuses one with its cause and leaves it as it was, while the others go through', async () => {
    const [good, doubtful, held] = [await waiting(), await waiting({ flat, verdict: 'DOUBTFUL' }), await waiting()];
    done('hold', await putHold(world.finance.maker, { disbursementId: held.disbursementId, reason: '核查中' }));
    const answers = [];
    for (const one of [doubtful, held, good]) answers.push(await acceptClean(world.finance.maker, one));
    expect(answers).toMatchObject([
      { refusal: { code: 'open-first', causes: ['照片检查有请留意的内容'] } },
      { refusal: { code: 'open-first', causes: ['已暂停：核查中'] } },
      { ok: true },
    ]);
    const statuses = await Promise.all([doubtful, held, good].map((one) => statusOf(one.disbursementId)));
    expect(statuses).toEqual(['RECEIPT_REVIEW', 'RECEIPT_REVIEW', 'PAYABLE']);
  });

  it('accepts only the photograph that was looked at', async () => {
    const seen = await waiting();
    const receipt = await world.db.receipt.findFirstOrThrow({ where: { disbursementId: seen.disbursementId } });
    done('takeBack', await takeBackReceipt(world.finance.clerk, { receiptId: receipt.id }));
    const photographId = await handInUnseen(world.finance.clerk, seen.disbursementId, { flat });
    expect(await acceptClean(world.finance.maker, seen)).toMatchObject({ refusal: { code: 'somebody-was-faster' } });
    expect(await acceptClean(world.finance.maker, { ...seen, photographId })).toMatchObject({ ok: true });
  });

  it('is not for the second person of finance', async () => {
    await expect(acceptClean(world.finance.checker, await waiting())).rejects.toThrow(Denied);
  });
});

describe('a receipt that has to be opened by itself', () => {
  it('is one of an account that finance is warned of, of a young account, or without a straightened sheet', async () => {
    const young = await waiting();
    await world.db.disbursement.update({
      where: { id: young.disbursementId },
      data: { notBefore: new Date('2026-11-24T02:00:00Z') },
    });
    const [bare, plain] = [await waiting({ flat: null }), await waiting()];
    expect((await sheetOf(young.photographId))?.causes).toEqual(['收款账户变更不久，2026年11月24日 10:00 后方可付款']);
    expect((await sheetOf(bare.photographId))?.causes).toEqual(['照片没有展平，看不到整张收据']);
    const elsewhere = { cnapsCode: '999305009999', name: '样例银行别处支行', city: '苏州', searchText: '' };
    await world.db.bankBranch.create({ data: { ...elsewhere, updatedAt: world.finance.maker.now } });
    expect((await sheetOf(plain.photographId))?.causes).toEqual(['联行号不在银行表中']);
    expect(await acceptClean(world.finance.maker, plain)).toMatchObject({ refusal: { code: 'open-first' } });
    await world.db.bankBranch.deleteMany();
  });

  it('is one whose picture was used before, that was returned before, or is looked at again', async () => {
    const { maker, clerk } = world.finance;
    const first = await waiting();
    const { originalSha256 } = await world.db.receiptPhotograph.findUniqueOrThrow({
      where: { id: first.photographId },
    });
    const second = await waiting();
    await world.db.receiptPhotograph.update({ where: { id: second.photographId }, data: { originalSha256 } });
    expect((await sheetOf(first.photographId))?.causes).toEqual(['同一张照片曾用于其他收据']);

    const returned = await waiting();
    const { disbursementId } = returned;
    done('return', await returnReceipt(maker, { ...returned, reason: '印章不清楚。' }));
    const again = await handInUnseen(clerk, disbursementId, { flat });
    expect((await sheetOf(again))?.causes).toEqual(['此前退回过，须对照退回原因查看']);

    const third = await waiting();
    done('accept', await acceptClean(maker, third));
    done('reopen', await reopenReceipt(maker, { disbursementId: third.disbursementId, reason: '再看一次印章' }));
    expect((await sheetOf(third.photographId))?.causes).toEqual(['通过后又重新审核，须对照理由查看']);
  });
});

describe('the small sheet', () => {
  it('is small, made once, the same each time, and not for a photograph that has none', async () => {
    const { photographId } = await waiting();
    const bytes = async () => (await photographThumb(world.finance.maker, photographId))?.bytes();
    const made = await bytes();
    expect((await sharp(made ?? undefined).metadata()).width).toBe(560);
    expect(Buffer.from((await bytes()) ?? []).equals(Buffer.from(made ?? []))).toBe(true);
    const bare = await waiting({ flat: null });
    expect(await photographThumb(world.finance.maker, bare.photographId)).toBeNull();
  });
});
