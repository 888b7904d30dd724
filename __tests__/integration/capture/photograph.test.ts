import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { PhoneActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { submitPhotographFromDesktop, takePhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { cancelLink } from '@/lib/capture/commands/open-link';
import { showCamera, submitPhotograph, takePhotograph } from '@/lib/capture/commands/photograph';
import { captureView, phonePicture, phoneView, receiptValues } from '@/lib/capture/queries';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { maskBankAccount } from '@/lib/kernel/mask';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import type { Result } from '@/lib/kernel/result';
import type { PhotographInspector } from '@/lib/ports/photograph-inspector';
import { modelOf } from '@/lib/receipt/paper-queries';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { confirmStanding, done } from '../../builders/disbursement';
import { aContact } from '../../builders/people';
import { photographPaper, photographPdf, printPaper, scannedPhone, shoot } from '../../builders/receipt';
import { RECEIPT_WORKER, receiptWorld, VISION_WORKER, type ReceiptWorld } from '../receipt/receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);

async function found(phone: Context<PhoneActor>) {
  const view = await phoneView(phone);
  return { verdict: view?.photograph?.verdict, findings: view?.photograph?.findings ?? [], voided: view?.voided };
}

describe('a photograph of the stamped paper', () => {
  it('is clean, keeps its evidence without place and camera, and shows the sheet straightened', async () => {
    const { receiptId } = await world.printed();
    const plain = await photographPaper(world.clerk, receiptId, { tiltDegrees: 16 });
    const jpeg = new Uint8Array(
      await sharp(plain)
        .withExif({ IFD0: { Make: 'SECRET-CAMERA' }, IFD3: { GPSLatitude: '31/1 19/1 0/1' } })
        .jpeg({ quality: 90 })
        .toBuffer(),
    );
    expect(Buffer.from(jpeg).includes('SECRET-CAMERA')).toBe(true);
    const phone = await scannedPhone(world.clerk, receiptId);
    const id = await shoot(phone, jpeg);
    const { verdict, findings } = await found(phone);
    expect({ verdict, codes: findings.map(({ code }) => code).sort() }).toEqual({
      verdict: 'CLEAN',
      codes: ['code-valid', 'content-same', 'page-complete', 'picture-clear', 'seal-present'],
    });
    const row = await world.db.receiptPhotograph.findUniqueOrThrow({ where: { id } });
    expect(row.originalSha256).toBe(createHash('sha256').update(jpeg).digest('hex'));
    const kept = Buffer.from((await world.ports.files.get(row.keptKey)) ?? []);
    expect([kept.byteLength > 50_000, kept.includes('SECRET-CAMERA'), kept.includes('Exif')]).toEqual([
      true,
      false,
      false,
    ]);
    const flat = await sharp(Buffer.from((await phonePicture(phone)) ?? [])).metadata();
    expect((flat.height ?? 0) / (flat.width ?? 1)).toBeCloseTo(297 / 210, 2);
  });

  it('is held against what this phone’s own receipt says, the account masked, and only while it is to be checked', async () => {
    const [own, other] = [await world.printed(), await world.printed()];
    const phone = await scannedPhone(world.clerk, own.receiptId);
    expect((await phoneView(phone))?.values).toBeNull();
    await shoot(phone, await photographPaper(world.clerk, other.receiptId));
    const { account, ...model } = await modelOf(world.clerk, own.receiptId);
    const view = await phoneView(phone);
    expect(view?.values).toEqual({
      ...{ number: own.number, version: 1, payee: model.payee, amountFen: model.totalFen },
      ...{ talents: model.lines.length, holder: account.holder, bankName: account.bankName },
      account: maskBankAccount(account.number),
    });
    expect(view?.values).toEqual(await receiptValues(world.clerk, own.receiptId));
    expect(JSON.stringify(view)).not.toContain(account.number);
    done('showCamera', await showCamera(phone));
    expect((await phoneView(phone))?.values).toBeNull();
  });

  it('of the version before is refused as void and names the one to print', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const ofFirst = await photographPaper(world.clerk, receiptId);
    const contact = { name: '沈一鸣', mobile: '13800000055', email: 'shen@example.com' };
    const contactId = await aContact(world.db, world.vault, world.own.id, contact, world.clerk.now);
    done('adjustContact', await adjustContact(world.clerk, { disbursementId, contactId }));
    await confirmStanding(world.clerk, disbursementId);
    const second = await printPaper(world.clerk, disbursementId);
    const phone = await scannedPhone(world.clerk, second.receiptId);
    const photographId = await shoot(phone, ofFirst);
    const { verdict, findings, voided } = await found(phone);
    expect(verdict).toBe('REFUSED');
    const { number } = second;
    expect(findings[0]).toMatchObject({
      code: 'voided-version',
      seen: { number, version: 1 },
      expected: { number, version: 2 },
    });
    expect(voided).toMatchObject({ version: 1, reason: '银行账户或联系人已调整', replacedBy: 2 });
    expect(codeOf(await submitPhotograph(phone, { photographId }))).toBe('photograph-refused');
  });

  it('of another receipt is refused as the wrong one', async () => {
    const [own, other] = [await world.printed(), await world.printed()];
    const phone = await scannedPhone(world.clerk, own.receiptId);
    await shoot(phone, await photographPaper(world.clerk, other.receiptId));
    const { verdict, findings } = await found(phone);
    expect([verdict, findings[0]?.code, findings[0]?.seen?.number]).toEqual(['REFUSED', 'wrong-receipt', other.number]);
  });

  it('with a code that this server did not make is refused as forged', async () => {
    const { receiptId } = await world.printed();
    const forger = workerRenderer({ workerPath: RECEIPT_WORKER, secret: Buffer.alloc(32, 7), fonts: receiptFonts() });
    const forged = done('render', await forger.render(await modelOf(world.clerk, receiptId)));
    await forger.close();
    const phone = await scannedPhone(world.clerk, receiptId);
    await shoot(phone, await photographPdf(forged.pdf));
    const { verdict, findings } = await found(phone);
    expect([verdict, findings[0]?.code]).toEqual(['REFUSED', 'forged-code']);
  });

  it('without a seal may be handed in, as doubtful: whether it is there is for a person to say', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const photographId = await shoot(phone, await photographPaper(world.clerk, receiptId, { seal: 'none' }));
    const { verdict, findings } = await found(phone);
    expect([verdict, findings[0]?.code]).toEqual(['DOUBTFUL', 'seal-absent']);
    expect(codeOf(await submitPhotograph(phone, { photographId }))).toBe('done');
  });
});

describe('taking a picture in', () => {
  it('tells the desktop of it before looking at it, and asks for another one when it is none', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    done('showCamera', await showCamera(phone));
    expect(codeOf(await takePhotograph(phone, { bytes: new Uint8Array([1, 2, 3]) }))).toBe('not-an-image');
    const view = await captureView(world.clerk, phone.actor.captureId);
    expect(view?.status).toBe('CAMERA');
    expect(view?.steps.map(({ status }) => status)).toEqual(['WAITING', 'OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CAMERA']);
  });

  it('goes on with a picture that is sent again because its first sending broke off', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const jpeg = await photographPaper(world.clerk, receiptId);
    const broken = withInspector(phone, {
      ...world.ports.photographs,
      inspect: () => Promise.reject(new Error('the server ended')),
    });
    await expect(takePhotograph(broken, { bytes: jpeg })).rejects.toThrow('the server ended');
    expect((await phoneView(phone))?.status).toBe('PHOTOGRAPHED');
    expect(codeOf(await takePhotograph(phone, { bytes: jpeg }))).toBe('done');
    expect((await phoneView(phone))?.status).toBe('CHECKED');
  });

  it('asks for the picture again where too many wait to be looked at', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const jpeg = await photographPaper(world.clerk, receiptId);
    const full = workerInspector({ workerPath: VISION_WORKER, queueMax: 0 });
    expect(codeOf(await takePhotograph(withInspector(phone, full), { bytes: jpeg }))).toBe('busy');
    await full.close();
    expect((await phoneView(phone))?.status).toBe('CAMERA');
    expect(codeOf(await takePhotograph(phone, { bytes: jpeg }))).toBe('done');
  });

  it('keeps a picture whose link was cancelled while it was looked at, as not handed in', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const jpeg = await photographPaper(world.clerk, receiptId);
    const overtaken = withInspector(phone, {
      ...world.ports.photographs,
      inspect: async (bytes) => {
        const inspected = await world.ports.photographs.inspect(bytes);
        done('cancelLink', await cancelLink(world.clerk, { captureId: phone.actor.captureId }));
        return inspected;
      },
    });
    expect(codeOf(await takePhotograph(overtaken, { bytes: jpeg }))).toBe('link-cancelled');
    const rows = await world.db.receiptPhotograph.findMany({ where: { receiptId } });
    expect(rows.map(({ submittedAt, captureSessionId }) => [submittedAt, captureSessionId])).toEqual([
      [null, phone.actor.captureId],
    ]);
  });
});

function withInspector(phone: Context<PhoneActor>, photographs: PhotographInspector): Context<PhoneActor> {
  return { ...phone, ports: { ...phone.ports, photographs } };
}

describe('a picture from the desktop', () => {
  it('is looked at like one from the phone, handed in once, and ends a link that still waits', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const bytes = await photographPaper(world.clerk, receiptId);
    const checked = done('desktop', await takePhotographFromDesktop(world.clerk, { receiptId, bytes }));
    expect(checked.verdict).toBe('CLEAN');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submitPhotographFromDesktop(world.clerk, checked)),
    );
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['done']));
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id: disbursementId } });
    expect(row.status).toBe('RECEIPT_REVIEW');
    const view = await phoneView(phone);
    expect([view?.status, view?.endReason]).toEqual(['CANCELLED', '已从电脑端提交收据']);
  });

  it('is refused once the receipt does not wait for one any more', async () => {
    const { receiptId } = await world.printed();
    const bytes = await photographPaper(world.clerk, receiptId);
    const checked = done('desktop', await takePhotographFromDesktop(world.clerk, { receiptId, bytes }));
    done('submit', await submitPhotographFromDesktop(world.clerk, checked));
    expect(codeOf(await takePhotographFromDesktop(world.clerk, { receiptId, bytes }))).toBe('receipt-not-waiting');
  });
});
