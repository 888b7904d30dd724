import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC, systemActor, type PhoneActor } from '@/lib/access/actor';
import { Denied, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { POLICY, type Operation } from '@/lib/access/policy';
import { enter } from '@/lib/capture/commands/enter';
import { expireCaptures } from '@/lib/capture/commands/expire-captures';
import { cancelLink, openLink } from '@/lib/capture/commands/open-link';
import { showCamera, stayAlive, takePhotograph } from '@/lib/capture/commands/photograph';
import { captureView, liveCapture, phoneView } from '@/lib/capture/queries';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import type { Result } from '@/lib/kernel/result';
import { done } from '../../builders/disbursement';
import { aContact } from '../../builders/people';
import { scannedPhone } from '../../builders/receipt';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const after = (minutes: number) => new Date(world.clerk.now.getTime() + minutes * 60_000);
const later = <C extends Context>(ctx: C, minutes: number): C => ({ ...ctx, now: after(minutes) });
const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const scan = (token: string, device: Parameters<typeof enter>[1]['device'] = null, minutes = 0) =>
  enter(world.as(PUBLIC, after(minutes)), { token, device, label: 'iPhone' });
/** Somebody else of the same enterprise, who may do the same. */
const colleague = () => ({ ...world.clerk, actor: { ...world.clerk.actor, id: world.own.users.admin } });
const NO_PICTURE = { bytes: new Uint8Array([1, 2, 3]) };

async function statusOf(id: string): Promise<string> {
  return (await world.db.captureSession.findUniqueOrThrow({ where: { id } })).status;
}

describe('a link from desktop to phone', () => {
  it('keeps nothing by which it could be used: the token is hashed, and so is what the phone keeps', async () => {
    const { receiptId } = await world.printed();
    const link = done('openLink', await openLink(world.clerk, { receiptId }));
    const entered = done('enter', await scan(link.token));
    const row = JSON.stringify(await world.db.captureSession.findUniqueOrThrow({ where: { id: link.captureId } }));
    expect(row).not.toContain(link.token);
    expect(row).not.toContain(entered.deviceSecret);
    expect(Buffer.from(link.token, 'base64url').byteLength).toBe(16 + 16);
    expect(link.pairingCode).toMatch(/^\d{4}$/);
  });

  it('lets the same phone in again and asks another one whether it takes over', async () => {
    const { receiptId } = await world.printed();
    const link = done('openLink', await openLink(world.clerk, { receiptId }));
    const first = done('enter', await scan(link.token));
    const device = { captureId: first.captureId, secret: first.deviceSecret };
    expect(done('again', await scan(link.token, device)).captureId).toBe(link.captureId);
    const question = { code: 'other-device', label: 'iPhone' };
    expect(await scan(link.token)).toMatchObject({ ok: false, refusal: question });
    expect(codeOf(await scan(link.token, { ...device, secret: 'guessed' }))).toBe('other-device');
    expect((await captureView(world.clerk, link.captureId))?.deviceLabel).toBe('iPhone');
  });

  it('binds one of several phones that scan at the same instant', async () => {
    const { receiptId } = await world.printed();
    const { token } = done('openLink', await openLink(world.clerk, { receiptId }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => scan(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.filter(({ ok }) => !ok).map(codeOf))).toEqual(new Set(['other-device']));
  });

  it('ends when a colleague makes a newer one, however many are asked for at once', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(colleague(), receiptId);
    await Promise.all(Array.from({ length: 6 }, () => openLink(world.clerk, { receiptId })));
    expect(await statusOf(phone.actor.captureId)).toBe('CANCELLED');
    const live = await world.db.captureSession.count({ where: { receiptId, status: 'WAITING' } });
    expect(live).toBe(1);
    expect(codeOf(await takePhotograph(phone, NO_PICTURE))).toBe('link-cancelled');
  });

  it('is refused for an unknown token', async () => {
    for (const token of ['A'.repeat(22), 'A'.repeat(43), '\u0000'.repeat(43)])
      expect(codeOf(await scan(token))).toBe('link-unknown');
  });
});

describe('the time of a link', () => {
  it('is over ten minutes after nobody opened it, at that very instant and not before', async () => {
    const { receiptId } = await world.printed();
    const { token, captureId } = done('openLink', await openLink(world.clerk, { receiptId }));
    expect((await captureView(later(world.clerk, 9.99), captureId))?.status).toBe('WAITING');
    expect((await captureView(later(world.clerk, 10), captureId))?.status).toBe('EXPIRED');
    expect(await liveCapture(later(world.clerk, 10), receiptId)).toBeNull();
    expect(codeOf(await scan(token, null, 10))).toBe('link-expired');
    expect(await statusOf(captureId)).toBe('EXPIRED');
  });

  it('runs on for thirty minutes after each sign of life of the phone', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    expect(codeOf(await stayAlive(later(phone, 29)))).toBe('done');
    expect(codeOf(await showCamera(later(phone, 58)))).toBe('done');
    expect(codeOf(await showCamera(later(phone, 88)))).toBe('link-expired');
    expect((await phoneView(later(phone, 88)))?.status).toBe('EXPIRED');
    expect(codeOf(await takePhotograph(later(phone, 89), NO_PICTURE))).toBe('link-expired');
  });

  it('is ended by the clock for links that nobody touches, and for no others', async () => {
    const [silent, unopened, lively] = [await world.printed(), await world.printed(), await world.printed()];
    const phone = await scannedPhone(world.clerk, silent.receiptId);
    const link = done('openLink', await openLink(world.clerk, unopened));
    const other = await scannedPhone(world.clerk, lively.receiptId);
    expect(codeOf(await stayAlive(later(other, 15)))).toBe('done');
    await expireCaptures(world.as(systemActor('sweep'), after(30)));
    expect(await statusOf(phone.actor.captureId)).toBe('EXPIRED');
    expect(await statusOf(link.captureId)).toBe('EXPIRED');
    expect(await statusOf(other.actor.captureId)).toBe('OPENED');
  });
});

describe('a link that has ended', () => {
  it('takes no picture after the desktop cancelled it, and says so', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    done('cancelLink', await cancelLink(world.clerk, { captureId: phone.actor.captureId }));
    expect(codeOf(await cancelLink(world.clerk, { captureId: phone.actor.captureId }))).toBe('done');
    expect(codeOf(await takePhotograph(phone, NO_PICTURE))).toBe('link-cancelled');
  });

  it('takes no picture once its version is void; the phone is told why', async () => {
    const { disbursementId, receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const contact = { name: '沈一鸣', mobile: '13800000066', email: 'shen@example.com' };
    const contactId = await aContact(world.db, world.vault, world.own.id, contact, world.clerk.now);
    done('adjustContact', await adjustContact(world.clerk, { disbursementId, contactId }));
    const answer = await takePhotograph(phone, NO_PICTURE);
    expect(answer).toEqual({ ok: false, refusal: { code: 'link-voided', reason: '银行账户或联系人已调整' } });
    const view = await phoneView(phone);
    expect(view?.voided).toMatchObject({ version: 1, reason: '银行账户或联系人已调整', replacedBy: null });
    expect(codeOf(await openLink(world.clerk, { receiptId }))).toBe('link-voided');
  });
});

describe('a phone', () => {
  it('may do one thing only: photograph the receipt of its link', async () => {
    const { receiptId } = await world.printed();
    const { actor } = await scannedPhone(world.clerk, receiptId);
    const subject = { enterpriseId: actor.enterpriseId, receiptId, claimedById: null, madeBy: [] };
    const allowed = (Object.keys(POLICY) as Operation[]).filter((operation) => may(actor, operation, subject));
    expect(allowed.filter((operation) => operation !== 'dev.read')).toEqual(['capture.photograph']);
    const foreign: PhoneActor = { ...actor, receiptId: (await world.printed()).receiptId };
    await expect(takePhotograph({ ...world.clerk, actor: foreign }, NO_PICTURE)).rejects.toThrow(Denied);
  });

  it('is followed by its own enterprise only', async () => {
    const { receiptId } = await world.printed();
    const { actor } = await scannedPhone(world.clerk, receiptId);
    const stranger = world.clerkOf(world.other);
    await expect(captureView(stranger, actor.captureId)).rejects.toThrow(Denied);
    await expect(cancelLink(stranger, { captureId: actor.captureId })).rejects.toThrow(Denied);
    await expect(openLink(stranger, { receiptId })).rejects.toThrow(Denied);
  });
});
