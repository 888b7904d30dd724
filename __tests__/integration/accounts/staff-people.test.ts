import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor, type StaffActor, type StaffRole } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import { bindAddressOf } from '@/lib/access/accounts-store';
import { askBindCode, bindOwnAddress } from '@/lib/access/commands/bind-own-address';
import { disableStaff, enableStaff } from '@/lib/access/commands/disable-staff';
import { hashPassword } from '@/lib/access/commands/password-hash';
import { resetFactor } from '@/lib/access/commands/reset-factor';
import { resetStaffPassword } from '@/lib/access/commands/reset-staff-password';
import { setUpFactor } from '@/lib/access/commands/set-up-factor';
import { showFactor } from '@/lib/access/commands/show-factor';
import type { Context } from '@/lib/access/context';
import { factorOffer } from '@/lib/access/factor-queries';
import { explainStaffSignIn } from '@/lib/access/rules/sign-in-refusals';
import { codeAt, stepAt } from '@/lib/access/second-factor/totp';
import { staffPeople, staffPerson } from '@/lib/access/staff-queries';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { outboxMail, outboxSms } from '@/lib/drivers/mail/outbox';
import type { Result } from '@/lib/kernel/result';
import { send } from '@/lib/messaging/commands/send';
import { aStaffUser } from '../../builders/people';
import { accessWorld, later, NOW, PASSWORD, tokenOf, type AccessWorld } from '../access/access-world';

const MOBILE = '13800000051';
const reason = '手机遗失，已当面核对工作证';

let world: AccessWorld;
let security: Context<StaffActor>;
let colleague: Context<StaffActor>;
beforeEach(async () => {
  world = await accessWorld();
  const passwordHash = await hashPassword(PASSWORD);
  const officer = async (username: string, role: StaffRole) => {
    const id = await aStaffUser(world.db, { username, roles: [role], passwordHash });
    const actor = { kind: 'staff', id, sessionId: id, username, displayName: username, roles: [role] } as const;
    return world.as<StaffActor>(actor);
  };
  security = await officer('security1', 'SECURITY_ADMIN');
  colleague = await officer('security2', 'SECURITY_ADMIN');
});
afterEach(() => world.drop());

const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const own = () => ({ staffId: world.staffId, reason });
const account = () => world.db.staffUser.findUniqueOrThrow({ where: { id: world.staffId } });

async function inside(at = NOW, password = PASSWORD): Promise<Context<StaffActor>> {
  await world.db.rateCount.deleteMany();
  const token = await tokenOf(world.enterStaff(world.visitor({ at }), { password }));
  return withToken(token, at);
}
async function withToken(token: string, at = NOW): Promise<Context<StaffActor>> {
  const actor = await world.whoIs(token, at);
  if (actor?.kind !== 'staff') throw new Error('nobody is signed in');
  return world.as(actor, at);
}

/** Signs in and sets a second factor up; answers what the telephone and the paper then hold. */
async function enrolled(at = NOW) {
  const ctx = await inside(at);
  const { secret } = factorOffer(ctx, '示例');
  const done = await setUpFactor(ctx, { code: codeAt(secret, stepAt(at)) });
  if (!done.ok) throw new Error(done.refusal.code);
  return { secret, ...done.value };
}
const bind = () => bindAddressOf(security, { kind: 'staff', id: world.staffId }, 'mobile', MOBILE);

/** Sends what waits; answers every message as its reader has it. */
async function delivered(): Promise<{ channel: string; recipient: string; body: string }[]> {
  const ports = { ...world.ports, sms: outboxSms(world.db), mail: outboxMail(world.db) };
  for (const { id } of await world.db.message.findMany({ where: { status: 'QUEUED' }, orderBy: { id: 'asc' } }))
    await send({ ...world.as(systemActor('send')), ports }, { messageId: id });
  return world.db.devOutbox.findMany({ orderBy: { id: 'asc' } });
}

describe('重置动态口令', () => {
  it('takes factor and recovery codes away, ends every session, and leads to a new set-up at the next sign-in', async () => {
    const { secret, recoveryCodes, token } = await enrolled();
    expect(await world.whoIs(token)).not.toBeNull();
    expect(await resetFactor(security, own())).toEqual({ ok: true, value: { sessionsEnded: 1, told: false } });
    expect(await world.whoIs(token)).toBeNull();
    expect(await account()).toMatchObject({ factorSince: null, factorLastStep: null, factorRemovedAt: NOW });
    expect(await world.db.staffRecoveryCode.count()).toBe(0);
    expect(await world.db.sealedValue.count({ where: { tableName: 'staff_user', columnName: 'factor' } })).toBe(0);

    const at = later(120);
    const again = await inside(at);
    expect(again.actor.pending).toBe('factor-setup');
    for (const code of [codeAt(secret, stepAt(at)), recoveryCodes[0] ?? ''])
      expect(codeOf(await showFactor(again, { code }))).toBe('no-permission');
    const fresh = factorOffer(again, '示例').secret;
    expect(fresh).not.toBe(secret);
    expect(codeOf(await setUpFactor(again, { code: codeAt(fresh, stepAt(at)) }))).toBe('done');
    expect(await account()).toMatchObject({ factorSince: at, factorRemovedAt: null });
    expect((await inside(later(240))).actor.pending).toBe('factor');
  });

  it('stands in the log with who, whose and why, and never with a secret', async () => {
    const { secret } = await enrolled();
    await resetFactor(security, own());
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'staffAccount.resetFactor' } });
    expect(entry).toMatchObject({ word: '重置动态口令', actorId: security.actor.id, subjectId: world.staffId });
    expect(entry.detail).toMatchObject({ reason, sessionsEnded: 1, told: false });
    expect(JSON.stringify(await world.db.auditEntry.findMany())).not.toContain(secret);
    const view = await staffPerson(security, world.staffId);
    expect(view?.history[0]).toMatchObject({ word: '重置动态口令', reason });
  });

  it('is told to the person by SMS and mail, as far as he bound them', async () => {
    await enrolled();
    await bind();
    await bindAddressOf(security, { kind: 'staff', id: world.staffId }, 'email', 'first1@example.com');
    await world.db.message.deleteMany();
    expect(await resetFactor(security, own())).toMatchObject({ value: { told: true } });
    const sent = await delivered();
    expect(sent.map(({ channel, recipient }) => [channel, recipient])).toEqual([
      ['SMS', MOBILE],
      ['MAIL', 'first1@example.com'],
    ]);
    for (const { body } of sent)
      expect(body).toContain('业务账号first1动态口令已重置，下次登录须重新绑定。非本人操作请立即联系安全管理员。');
    await enrolled(later(60));
    expect((await delivered()).at(-1)?.body).toContain('业务账号first1已绑定动态口令');
  });

  it('is done once, however often it is asked at once', async () => {
    await enrolled();
    const answers = await Promise.all(Array.from({ length: 5 }, () => resetFactor(security, own())));
    expect(answers.map(codeOf).sort()).toEqual(['done', 'no-factor', 'no-factor', 'no-factor', 'no-factor']);
  });
});

describe('停用 of one of the office', () => {
  it('ends his sessions at once and lets him in no more, until he is enabled again with all that he had', async () => {
    const { token, secret } = await enrolled();
    await bind();
    expect(await disableStaff(security, own())).toEqual({ ok: true, value: { sessionsEnded: 1, told: true } });
    expect(await world.whoIs(token)).toBeNull();
    expect(codeOf(await world.enterStaff(world.visitor()))).toBe('credentials-wrong');
    expect(codeOf(await disableStaff(security, own()))).toBe('wrong-state');
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'staffAccount.disable' } });
    expect(entry).toMatchObject({
      word: '停用业务人员',
      fromStatus: 'ACTIVE',
      toStatus: 'DISABLED',
      detail: { reason },
    });

    expect(codeOf(await enableStaff(security, own()))).toBe('done');
    expect(codeOf(await enableStaff(security, own()))).toBe('wrong-state');
    const at = later(90);
    const ctx = await inside(at);
    expect(ctx.actor.pending).toBe('factor');
    expect(codeOf(await showFactor(ctx, { code: codeAt(secret, stepAt(at)) }))).toBe('done');
    expect(await world.whoIs(token)).toBeNull();
  });

  it('leaves one of two who disable each other at the same moment', async () => {
    const answers = await Promise.all([
      disableStaff(security, { staffId: colleague.actor.id, reason }),
      disableStaff(colleague, { staffId: security.actor.id, reason }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['done', 'no-permission']);
    expect(await world.db.staffUser.count({ where: { roles: { has: 'SECURITY_ADMIN' }, status: 'ACTIVE' } })).toBe(1);
  });
});

describe('重置密码 of one of the office', () => {
  it('goes to the telephone that he bound himself, and nowhere where there is none', async () => {
    const { token, secret } = await enrolled();
    expect(codeOf(await resetStaffPassword(security, own()))).toBe('nowhere-to-send');
    expect(await world.whoIs(token)).not.toBeNull();
    await bind();
    await world.db.message.deleteMany();
    expect(await resetStaffPassword(security, own())).toEqual({ ok: true, value: { masked: '138****0051' } });
    expect(await world.whoIs(token)).toBeNull();
    expect(codeOf(await world.enterStaff(world.visitor()))).toBe('credentials-wrong');
    const [message] = await delivered();
    const initial = /初始密码([A-Za-z2-9]{12})/.exec(message?.body ?? '')?.[1] ?? '';
    expect([message?.recipient, initial.length]).toEqual([MOBILE, 12]);
    expect(JSON.stringify([await world.db.auditEntry.findMany(), await world.db.message.findMany()])).not.toContain(
      initial,
    );
    const at = later(120);
    const ctx = await inside(at, initial);
    expect(ctx.actor.pending).toBe('factor');
    const shown = await showFactor(ctx, { code: codeAt(secret, stepAt(at)) });
    if (!shown.ok) throw new Error(shown.refusal.code);
    expect((await withToken(shown.value.token, at)).actor.pending).toBe('first-password');
  });

  it('is what the sign-in means by 请联系安全管理员重置', async () => {
    await world.db.staffUser.update({
      where: { id: world.staffId },
      data: { mustChangePassword: true, passwordGoodUntil: NOW },
    });
    const refused = await world.enterStaff(world.visitor());
    if (refused.ok || refused.refusal.code !== 'initial-password-expired') throw new Error('let in');
    expect(explainStaffSignIn['initial-password-expired'](refused.refusal).next).toEqual([
      { label: '请联系安全管理员重置' },
    ]);
    await bind();
    expect(codeOf(await resetStaffPassword(security, own()))).toBe('done');
    const initial = /初始密码([A-Za-z2-9]{12})/.exec((await delivered()).at(-1)?.body ?? '')?.[1] ?? '';
    expect((await inside(NOW, initial)).actor.pending).toBe('first-password');
  });

  it('is given five times an hour for one person', async () => {
    await bind();
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(codeOf(await resetStaffPassword(security, own())));
    expect(answers).toEqual(['done', 'done', 'done', 'done', 'done', 'too-many-passwords']);
  });
});

describe('nobody', () => {
  const acts = [resetFactor, resetStaffPassword, disableStaff, enableStaff];

  it('does it to himself: that is another security administrator’s', async () => {
    for (const act of acts)
      expect(codeOf(await act(security, { staffId: security.actor.id, reason }))).toBe('own-account');
    expect((await staffPerson(security, security.actor.id))?.mayChange).toBe(false);
    expect((await staffPerson(colleague, security.actor.id))?.mayChange).toBe(true);
  });

  it('without the part does it, or sees who is there', async () => {
    const roles: StaffRole[] = ['SYSTEM_ADMIN', 'AUDITOR', 'WINDOW', 'FINANCE_CHECKER', 'FINAL_REVIEWER'];
    const stranger: Context<StaffActor> = { ...security, actor: { ...security.actor, roles } };
    for (const act of acts) await expect(act(stranger, own())).rejects.toThrow(Denied);
    await expect(staffPeople(stranger, 'all')).rejects.toThrow(Denied);
    await expect(staffPerson(stranger, world.staffId)).rejects.toThrow(Denied);
  });

  it('is found under an id that is none', async () => {
    const none = { staffId: world.enterprise.id, reason };
    for (const act of acts) expect(codeOf(await act(security, none))).toBe('not-found');
  });
});

describe('the list', () => {
  it('says of each what protects the account, when he came last, and whether it is in use', async () => {
    const of = async (view: 'all' | 'unbound' | 'disabled') => {
      const { rows, counts } = await staffPeople(security, view);
      return { counts, rows: rows.map(({ username, factor, isDisabled }) => [username, factor, isDisabled]) };
    };
    expect((await of('all')).rows).toContainEqual(['first1', 'unbound', false]);
    await enrolled();
    expect((await of('all')).rows).toContainEqual(['first1', 'bound', false]);
    expect((await staffPeople(security, 'all')).rows.find((row) => row.username === 'first1')?.lastSignIn).toEqual(NOW);
    await resetFactor(security, own());
    expect((await of('unbound')).rows).toContainEqual(['first1', 'to-rebind', false]);
    await disableStaff(security, own());
    expect(await of('disabled')).toEqual({
      counts: { all: 3, unbound: 2, disabled: 1 },
      rows: [['first1', 'to-rebind', true]],
    });
    const waits = await waitingForStaff(security);
    expect(waits.map(({ key, count }) => [key, count])).toEqual([['people', 2]]);
  });
});

describe('one of the office', () => {
  it('binds a telephone himself, by password and the code that went there; the one before is told', async () => {
    await bind();
    const ctx = await inside();
    const address = '13800000052';
    const ask = (current: string) => askBindCode(ctx, { what: 'mobile', address, current });
    expect(codeOf(await ask('wrong'))).toBe('current-wrong');
    expect(codeOf(await ask(PASSWORD))).toBe('done');
    const code = /验证码(\d{6})/.exec((await delivered()).at(-1)?.body ?? '')?.[1] ?? '';
    const bound = await bindOwnAddress(ctx, { what: 'mobile', address, code });
    expect(codeOf(bound)).toBe('done');
    expect(await account()).toMatchObject({ maskedMobile: '138****0052' });
    const told = (await delivered()).at(-1);
    expect(told).toMatchObject({ recipient: MOBILE, body: expect.stringContaining('已更换绑定手机') });
    expect((await staffPerson(security, world.staffId))?.history[0]?.word).toBe('绑定手机');
  });
});
