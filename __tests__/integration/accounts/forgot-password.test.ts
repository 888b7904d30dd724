import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '@/lib/access/actor';
import { bindAddress } from '@/lib/access/accounts-store';
import { askReset, sendResetCode, type ResetTicket } from '@/lib/access/commands/ask-reset';
import { resetPassword } from '@/lib/access/commands/reset-password';
import { outboxMail, outboxSms } from '@/lib/drivers/mail/outbox';
import { send } from '@/lib/messaging/commands/send';
import { accessWorld, later, NOW, tokenOf, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
  const { users } = world.enterprise;
  await bindAddress(world.as(systemActor('test')), users.super, 'mobile', '13800000066');
  await bindAddress(world.as(systemActor('test')), users.super, 'email', 'super@example.com');
  await bindAddress(world.as(systemActor('test')), users.admin, 'mobile', '13800000067');
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
  await world.db.smsCode.deleteMany();
  await world.db.devOutbox.deleteMany();
});

const NEW = 'kettle and ocean';
type Asked = { username?: string; enterprise?: string; channel?: 'SMS' | 'MAIL'; at?: Date };

async function ask({ username = 'super', enterprise, channel = 'SMS', at = NOW }: Asked = {}): Promise<ResetTicket> {
  const ctx = world.visitor({ at });
  const picture = await world.picture(ctx, 'forgot-password');
  const asked = await askReset(ctx, {
    ...{ enterprise: enterprise ?? world.enterprise.name, username, channel, ...picture },
  });
  if (!asked.ok) throw new Error(asked.refusal.code);
  await sendResetCode(world.as(systemActor('reset-code'), at), { resetId: asked.value.resetId });
  return asked.value;
}

/** Delivers what waits; the newest message, or null when nothing went out. */
async function delivered(): Promise<{ recipient: string; code: string } | null> {
  const ports = { ...world.ports, sms: outboxSms(world.db), mail: outboxMail(world.db) };
  for (const { id } of await world.db.message.findMany({ where: { status: 'QUEUED' } }))
    await send({ ...world.as(systemActor('send')), ports }, { messageId: id });
  const newest = await world.db.devOutbox.findFirst({
    where: { body: { contains: '找回密码，' } },
    orderBy: { id: 'desc' },
  });
  return newest && { recipient: newest.recipient, code: /(\d{6})/.exec(newest.body)?.[1] ?? '' };
}
const reset = (ticket: ResetTicket | null, code: string, password = NEW, at = NOW) =>
  resetPassword(world.visitor({ at }), ticket, { code, password, again: password });

describe('忘记密码', () => {
  it.each([
    ['SMS', '13800000066'],
    ['MAIL', 'super@example.com'],
  ] as const)('by %s sets a new password; every session ends', async (channel, recipient) => {
    await world.db.session.deleteMany();
    const ticket = await ask({ channel });
    const message = await delivered();
    expect(message?.recipient).toBe(recipient);
    const password = `${NEW} ${channel}`;
    expect(await reset(ticket, message?.code ?? '', password)).toEqual({ ok: true });
    const token = await tokenOf(world.enter(world.visitor(), { password }));
    expect(await world.whoIs(token)).toMatchObject({ username: 'super' });
    expect(await reset(ticket, message?.code ?? '', `${password} again`)).toMatchObject({
      refusal: { code: 'reset-over' },
    });
    expect(await world.whoIs(token)).not.toBeNull();
  });

  it('sends nothing for an unknown enterprise, an unknown user, an unbound handler or the administrator', async () => {
    const asked: Asked[] = [
      { enterprise: '没有这家有限公司' },
      { username: 'nobody' },
      { username: 'handler' },
      { username: 'admin' },
    ];
    for (const one of asked) await ask(one);
    expect(await delivered()).toBeNull();
  });

  it('answers every try alike, whether there is such an account or not', async () => {
    const tries = async (ticket: ResetTicket) => {
      const said = [];
      for (let n = 0; n < 6; n += 1) said.push(await reset(ticket, '000000'));
      said.push(await reset(ticket, '000000', '苏州示例(中国)智能科技有限公司'));
      said.push(await reset(ticket, '000000', 'short'));
      return JSON.stringify(said);
    };
    const known = await tries(await ask());
    for (const one of [{ username: 'nobody' }, { enterprise: '没有这家有限公司' }, { username: 'admin' }])
      expect(await tries(await ask(one))).toBe(known);
    // A second request within the minute is sent to nobody, and must not show by that.
    const again = await tries(await ask({ at: NOW }));
    expect(again).toBe(known);
  });

  it('writes the same rows for an account that exists and one that does not', async () => {
    const count = async () => [
      await world.db.passwordReset.count(),
      await world.db.auditEntry.count({ where: { action: 'account.askReset' } }),
    ];
    const before = await count();
    await ask();
    const known = (await count()).map((n, place) => n - (before[place] ?? 0));
    const between = await count();
    await ask({ username: 'nobody' });
    expect((await count()).map((n, place) => n - (between[place] ?? 0))).toEqual(known);
  });

  it('is bound to the browser that began it, and to fifteen minutes', async () => {
    const ticket = await ask();
    const code = (await delivered())?.code ?? '';
    expect(await reset(null, code)).toMatchObject({ refusal: { code: 'reset-over' } });
    expect(await reset({ ...ticket, secret: 'another' }, code)).toMatchObject({ refusal: { code: 'reset-over' } });
    expect(await reset(ticket, code, NEW, later(900))).toMatchObject({ refusal: { code: 'reset-over' } });
  });

  it('keeps the code when the new password breaks a rule of its owner', async () => {
    const ticket = await ask();
    const code = (await delivered())?.code ?? '';
    expect(await reset(ticket, code, `key ${world.enterprise.uscc}`)).toMatchObject({
      refusal: { code: 'password-weak', complaint: 'has-uscc' },
    });
    expect(await reset(ticket, code, 'three small boats')).toEqual({ ok: true });
  });

  it('needs the picture first', async () => {
    const ctx = world.visitor();
    const picture = { ...(await world.picture(ctx, 'forgot-password')), pictureCode: 'zzzz' };
    const given = { enterprise: world.enterprise.name, username: 'super', channel: 'SMS' as const, ...picture };
    expect(await askReset(ctx, given)).toMatchObject({ refusal: { code: 'picture-code-wrong' } });
    expect(await world.db.smsCode.count()).toBe(0);
  });
});
