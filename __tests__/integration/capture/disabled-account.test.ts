import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import { disableEmployee, enableEmployee } from '@/lib/access/commands/disable-employee';
import { grantProgrammes } from '@/lib/access/commands/grant-programmes';
import { enter } from '@/lib/capture/commands/enter';
import { openLink } from '@/lib/capture/commands/open-link';
import { stayAlive, takePhotograph } from '@/lib/capture/commands/photograph';
import { phoneView } from '@/lib/capture/queries';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { newId } from '@/lib/db/ids';
import { done } from '../../builders/disbursement';
import { scannedPhone } from '../../builders/receipt';
import { enterpriseActor } from '../../support/context';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

const NO_PICTURE = { bytes: new Uint8Array([1, 2, 3]) };
const REASON = '办理人的账号已停用';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const actor = (role: 'ADMIN' | 'SUPER') => {
  const { id: enterpriseId, name: enterpriseName, uscc, users } = world.own;
  const id = role === 'ADMIN' ? users.admin : users.super;
  return world.as(enterpriseActor({ id, enterpriseId, enterpriseName, uscc, role }));
};
const link = (id: string) => world.db.captureSession.findUniqueOrThrow({ where: { id } });

async function aSession(enterpriseUserId: string): Promise<string> {
  const id = newId();
  const { now } = world.clerk;
  const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
  await world.db.session.create({ data: { id, tokenHash: id, kind: 'ENTERPRISE', enterpriseUserId, ...times } });
  return id;
}

describe('disabling an employee', () => {
  it('ends the links that this person handed to a phone, opened or not, and those of nobody else', async () => {
    const [opened, waiting, colleagues] = [await world.printed(), await world.printed(), await world.printed()];
    const phone = await scannedPhone(world.clerk, opened.receiptId);
    const unopened = done('openLink', await openLink(world.clerk, waiting));
    const handler = { ...world.clerk, actor: { ...world.clerk.actor, id: world.own.users.handler } };
    const other = await scannedPhone(handler, colleagues.receiptId);
    const session = await aSession(world.own.users.super);

    const disabled = await disableEmployee(actor('ADMIN'), { employeeId: world.own.users.super });
    expect(disabled).toEqual({ ok: true, value: { sessionsEnded: 1, linksEnded: 2 } });

    for (const id of [phone.actor.captureId, unopened.captureId])
      expect(await link(id)).toMatchObject({ status: 'CANCELLED', endReason: REASON });
    const refused = await takePhotograph(phone, NO_PICTURE);
    expect(refused).toEqual({ ok: false, refusal: { code: 'link-cancelled', reason: REASON } });
    expect(explainCapture['link-cancelled']({ code: 'link-cancelled', reason: REASON }).why).toBe(`${REASON}。`);
    const late = await enter(world.as(PUBLIC), { token: unopened.token, device: null, label: 'iPhone' });
    expect(late).toMatchObject({ refusal: { code: 'link-cancelled' } });
    expect((await phoneView(phone))?.status).toBe('CANCELLED');
    expect(await world.db.session.findUniqueOrThrow({ where: { id: session } })).toMatchObject({
      endReason: 'disabled',
    });

    done('colleague', await stayAlive(other));
    expect((await link(other.actor.captureId)).status).toBe('OPENED');
    const log = await world.db.auditEntry.findMany({ where: { action: 'capture.cancel' } });
    expect(log.map(({ subjectId }) => subjectId).sort()).toEqual([phone.actor.captureId, unopened.captureId].sort());

    done('enable', await enableEmployee(actor('ADMIN'), { employeeId: world.own.users.super }));
    expect((await link(phone.actor.captureId)).status).toBe('CANCELLED');
    done('again', await openLink(world.clerk, opened));
  });

  it('is done whatever the phone does at the same moment', async () => {
    const { receiptId } = await world.printed();
    const { token, captureId } = done('openLink', await openLink(world.clerk, { receiptId }));
    const scan = () => enter(world.as(PUBLIC), { token, device: null, label: 'iPhone' });
    const [disabled] = await Promise.all([
      disableEmployee(actor('ADMIN'), { employeeId: world.own.users.super }),
      ...Array.from({ length: 6 }, scan),
    ]);
    expect(disabled.ok).toBe(true);
    expect((await link(captureId)).status).toBe('CANCELLED');
    done('enable', await enableEmployee(actor('ADMIN'), { employeeId: world.own.users.super }));
  });
});

describe('withdrawing a programme from a handler', () => {
  it('ends the links that this person handed to a phone for it, and leaves those of others and of what stays granted', async () => {
    const employeeId = world.own.users.handler;
    const { programmeId } = world.programme;
    const grant = (programmeIds: string[]) => grantProgrammes(actor('ADMIN'), { employeeId, programmeIds });
    done('grant', await grant([programmeId]));
    const handler = { ...world.clerk, actor: { ...world.clerk.actor, id: employeeId } };
    const [own, colleagues] = [await world.printed(), await world.printed()];
    const phone = await scannedPhone(handler, own.receiptId);
    const other = await scannedPhone(world.clerk, colleagues.receiptId);
    done('same', await grant([programmeId]));
    done('still', await stayAlive(phone));

    done('withdraw', await grant([]));
    const endReason = '办理人不再办理本事项';
    expect(await link(phone.actor.captureId)).toMatchObject({ status: 'CANCELLED', endReason });
    const refused = await takePhotograph(phone, NO_PICTURE);
    expect(refused).toEqual({ ok: false, refusal: { code: 'link-cancelled', reason: endReason } });
    done('colleague', await stayAlive(other));
    const log = { action: 'capture.cancel', subjectId: phone.actor.captureId };
    expect(await world.db.auditEntry.count({ where: log })).toBe(1);
  });
});
