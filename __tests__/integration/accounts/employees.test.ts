import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnterpriseActor } from '@/lib/access/actor';
import { Denied, may } from '@/lib/access/authorise';
import { addEmployee } from '@/lib/access/commands/add-employee';
import { disableEmployee, enableEmployee } from '@/lib/access/commands/disable-employee';
import { grantProgrammes, handOver } from '@/lib/access/commands/grant-programmes';
import { bindEmployeeMobile, resetEmployeePassword } from '@/lib/access/commands/reset-employee-password';
import type { Context } from '@/lib/access/context';
import { systemActor } from '@/lib/access/actor';
import { employees, employeeView } from '@/lib/access/employees-queries';
import { outboxSms } from '@/lib/drivers/mail/outbox';
import { send } from '@/lib/messaging/commands/send';
import { newId } from '@/lib/db/ids';
import { anEnterprise } from '../../builders/people';
import { enterpriseActor } from '../../support/context';
import { accessWorld, NOW, PASSWORD, tokenOf, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
let programmeId = '';
let otherProgrammeId = '';
beforeAll(async () => {
  world = await accessWorld();
  programmeId = await aProgramme('一');
  otherProgrammeId = await aProgramme('二');
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
});

async function aProgramme(word: string): Promise<string> {
  const id = newId();
  await world.db.programme.create({ data: { id, code: `p${id}`, name: `示例事项${word}`, createdAt: NOW } });
  return id;
}

function as(role: EnterpriseActor['role'], enterprise = world.enterprise): Context<EnterpriseActor> {
  const username = role.toLowerCase() as 'admin' | 'super' | 'handler';
  const { id: enterpriseId, name: enterpriseName, uscc } = enterprise;
  return world.as(enterpriseActor({ id: enterprise.users[username], enterpriseId, enterpriseName, uscc, role }));
}

let serial = 0;
async function added(programmeIds: string[] = []): Promise<{ id: string; username: string }> {
  const username = `clerk${(serial += 1)}`;
  const given = {
    username,
    displayName: '王小明',
    mobile: `138000010${String(serial).padStart(2, '0')}`,
    programmeIds,
  };
  const done = await addEmployee(as('ADMIN'), given);
  if (!done.ok) throw new Error(done.refusal.code);
  return { id: done.value.id, username };
}

/** What the newest SMS with an initial password says. */
async function readPassword(): Promise<string> {
  const ports = { ...world.ports, sms: outboxSms(world.db) };
  for (const { id } of await world.db.message.findMany({ where: { status: 'QUEUED', channel: 'SMS' } }))
    await send({ ...world.as(systemActor('send')), ports }, { messageId: id });
  const newest = await world.db.devOutbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return /初始密码([A-Za-z2-9]{12})/.exec(newest.body)?.[1] ?? newest.body;
}

describe('the administrator', () => {
  it('adds a handler, whose initial password comes by SMS and leads to a password of his own', async () => {
    const { username, id } = await added([programmeId]);
    const token = await tokenOf(world.enter(world.visitor(), { username, password: await readPassword() }));
    expect(await world.whoIs(token)).toMatchObject({ role: 'HANDLER', pending: 'first-password' });
    const view = await employeeView(as('ADMIN'), id);
    expect(view.employee).toMatchObject({ maskedMobile: expect.stringMatching(/^138\*{4}/), isDisabled: false });
    expect(view.employee.programmes.map((one) => one.id)).toEqual([programmeId]);
  });

  it('meets a taken user name as a refusal, and nobody is added or written to', async () => {
    const { username } = await added();
    const before = [await world.db.enterpriseUser.count(), await world.db.message.count()];
    const again = await addEmployee(as('ADMIN'), {
      username,
      displayName: '李',
      mobile: '13800009999',
      programmeIds: [],
    });
    expect(again).toMatchObject({ refusal: { code: 'username-taken' } });
    expect([await world.db.enterpriseUser.count(), await world.db.message.count()]).toEqual(before);
  });

  it('disables an account: its very next request is nobody’s, and it signs in no more', async () => {
    await world.db.enterpriseUser.update({
      where: { id: world.enterprise.users.handler },
      data: { status: 'ACTIVE' },
    });
    const token = await tokenOf(world.enter(world.visitor(), { username: 'handler' }));
    expect(await world.whoIs(token)).toMatchObject({ username: 'handler' });
    const employeeId = world.enterprise.users.handler;
    expect(await disableEmployee(as('ADMIN'), { employeeId })).toEqual({
      ok: true,
      value: { sessionsEnded: 1, linksEnded: 0 },
    });
    expect(await world.whoIs(token)).toBeNull();
    expect(await world.enter(world.visitor(), { username: 'handler' })).toMatchObject({
      refusal: { code: 'credentials-wrong' },
    });
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'employee.disable' } });
    expect(entry).toMatchObject({ word: '停用员工', fromStatus: 'ACTIVE', toStatus: 'DISABLED' });
    expect(await enableEmployee(as('ADMIN'), { employeeId })).toMatchObject({ ok: true });
    await tokenOf(world.enter(world.visitor(), { username: 'handler' }));
    expect(await world.whoIs(token)).toBeNull();
  });

  it('resets super’s password to the bound telephone only; the old one and all sessions end', async () => {
    const employeeId = world.enterprise.users.super;
    const token = await tokenOf(world.enter(world.visitor()));
    expect(await resetEmployeePassword(as('ADMIN'), { employeeId })).toMatchObject({ refusal: { code: 'no-mobile' } });
    expect(await world.whoIs(token)).not.toBeNull();
    await bindEmployeeMobile(as('ADMIN'), { employeeId, mobile: '13800000088' });
    expect(await resetEmployeePassword(as('ADMIN'), { employeeId })).toEqual({
      ok: true,
      value: { masked: '138****0088' },
    });
    expect(await world.whoIs(token)).toBeNull();
    expect(await world.enter(world.visitor(), { password: PASSWORD })).toMatchObject({ ok: false });
    const fresh = await tokenOf(world.enter(world.visitor(), { password: await readPassword() }));
    expect(await world.whoIs(fresh)).toMatchObject({ username: 'super', pending: 'first-password' });
  });

  it('touches neither his own account here nor anybody’s of another enterprise', async () => {
    const other = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
    const admin = as('ADMIN');
    const own = { employeeId: world.enterprise.users.admin };
    for (const act of [disableEmployee, resetEmployeePassword])
      expect(await act(admin, own)).toMatchObject({ refusal: { code: 'not-this-account' } });
    const foreign = { employeeId: other.users.super };
    for (const act of [disableEmployee, enableEmployee, resetEmployeePassword])
      expect(await act(admin, foreign)).toMatchObject({ refusal: { code: 'not-found' } });
    const bind = { ...foreign, mobile: '13800000001' };
    expect(await bindEmployeeMobile(admin, bind)).toMatchObject({ refusal: { code: 'not-found' } });
    await expect(employeeView(admin, other.users.super)).rejects.toThrow(Denied);
    expect((await employees(admin)).map(({ id }) => id)).not.toContain(other.users.super);
  });

  it('is the only one: super, a handler and staff are denied every act', async () => {
    const employeeId = world.enterprise.users.handler;
    for (const role of ['SUPER', 'HANDLER'] as const) {
      const ctx = as(role);
      const acts = [
        () => employees(ctx),
        () => addEmployee(ctx, { username: 'x', displayName: 'x', mobile: '13800000001', programmeIds: [] }),
        () => disableEmployee(ctx, { employeeId }),
        () => enableEmployee(ctx, { employeeId }),
        () => resetEmployeePassword(ctx, { employeeId }),
        () => bindEmployeeMobile(ctx, { employeeId, mobile: '13800000001' }),
        () => grantProgrammes(ctx, { employeeId, programmeIds: [] }),
        () => handOver(ctx, { employeeId, toId: employeeId }),
      ];
      for (const act of acts) await expect(act()).rejects.toThrow(Denied);
    }
  });
});

describe('a handler', () => {
  const business = [
    'application.edit',
    'application.submit',
    'application.withdraw',
    'disbursement.act',
    'capture.open',
  ] as const;

  it('does business for the programmes granted to him, from his next request on, and for no others', async () => {
    const { id, username } = await added([programmeId]);
    const password = await readPassword();
    const token = await tokenOf(world.enter(world.visitor(), { username, password }));
    const subject = { enterpriseId: world.enterprise.id, programmeId };
    const actor = async () => (await world.whoIs(token)) ?? systemActor('none');
    for (const operation of business) {
      expect(may(await actor(), operation, subject)).toBe(true);
      expect(may(await actor(), operation, { ...subject, programmeId: otherProgrammeId })).toBe(false);
      expect(may(await actor(), operation, { enterpriseId: world.enterprise.id })).toBe(false);
      expect(may(as('SUPER').actor, operation, { ...subject, programmeId: otherProgrammeId })).toBe(true);
    }
    await grantProgrammes(as('ADMIN'), { employeeId: id, programmeIds: [otherProgrammeId, newId()] });
    expect(may(await actor(), 'application.edit', subject)).toBe(false);
    expect(may(await actor(), 'application.edit', { ...subject, programmeId: otherProgrammeId })).toBe(true);
  });

  it('hands his drafts over to a colleague, who is granted what they need', async () => {
    const [leaver, colleague] = [await added([programmeId]), await added()];
    const draft = await aDraft(leaver.id);
    expect((await employeeView(as('ADMIN'), leaver.id)).openCases.map(({ id }) => id)).toEqual([draft]);
    await disableEmployee(as('ADMIN'), { employeeId: leaver.id });
    const over = await handOver(as('ADMIN'), { employeeId: leaver.id, toId: colleague.id });
    expect(over).toMatchObject({ ok: true, value: { cases: 1 } });
    const view = await employeeView(as('ADMIN'), colleague.id);
    expect(view.openCases.map(({ id }) => id)).toEqual([draft]);
    expect(view.employee.programmes.map(({ id }) => id)).toEqual([programmeId]);
    expect((await employeeView(as('ADMIN'), leaver.id)).openCases).toEqual([]);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: draft } });
    expect(row).toMatchObject({ createdById: leaver.id, caretakerId: colleague.id });
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { subjectId: draft } });
    expect(entry).toMatchObject({ word: '交接经办人' });
  });

  it('cannot hand over to a disabled colleague, to the administrator or to himself', async () => {
    const [leaver, gone] = [await added([programmeId]), await added()];
    await aDraft(leaver.id);
    await disableEmployee(as('ADMIN'), { employeeId: gone.id });
    for (const toId of [gone.id, world.enterprise.users.admin, leaver.id, newId()])
      expect(await handOver(as('ADMIN'), { employeeId: leaver.id, toId })).toMatchObject({
        refusal: { code: 'cannot-take-over' },
      });
  });
});

let year = 2000;
async function aDraft(createdById: string): Promise<string> {
  const id = newId();
  const version = await world.db.programmeVersion.create({
    data: { id: newId(), programmeId, number: (year += 1), status: 'RETIRED', config: {}, sha256: id },
  });
  await world.db.application.create({
    data: {
      ...{ id, enterpriseId: world.enterprise.id, programmeId, programmeVersionId: version.id, programmeYear: year },
      ...{ answers: {}, createdById, createdAt: NOW, updatedAt: NOW },
    },
  });
  return id;
}
