import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signOut } from '@/lib/access/commands/sign-out';
import { accessWorld, later, tokenHashOf, tokenOf, type AccessWorld } from './access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());

describe('a session', () => {
  it('ends at once for every tab when one of them signs out', async () => {
    const token = await tokenOf(world.enter(world.visitor()));
    const actor = await world.whoIs(token);
    await signOut(world.visitor({ actor: actor ?? undefined }));
    expect(await world.whoIs(token)).toBeNull();
    const row = await world.db.session.findUniqueOrThrow({ where: { tokenHash: tokenHashOf(token) } });
    expect(row.endReason).toBe('signed-out');
    const log = await world.db.auditEntry.findMany({
      where: { subjectId: row.id },
      orderBy: { sequence: 'asc' },
    });
    expect(log.map(({ word }) => word)).toEqual(['登录成功', '退出登录']);
  });

  it('is signed out once, however often 退出 is pressed', async () => {
    const token = await tokenOf(world.enter(world.visitor()));
    const actor = (await world.whoIs(token)) ?? undefined;
    await Promise.all(Array.from({ length: 5 }, () => signOut(world.visitor({ actor }))));
    const row = await world.db.session.findUniqueOrThrow({ where: { tokenHash: tokenHashOf(token) } });
    expect(await world.db.auditEntry.count({ where: { subjectId: row.id, action: 'session.end' } })).toBe(1);
  });

  it('leaves the other sessions of the same person alone', async () => {
    const [here, there] = [await tokenOf(world.enter(world.visitor())), await tokenOf(world.enter(world.visitor()))];
    await signOut(world.visitor({ actor: (await world.whoIs(here)) ?? undefined }));
    expect(await world.whoIs(there)).not.toBeNull();
  });

  it('ends at once when the account is disabled, on both sides', async () => {
    const clerk = await tokenOf(world.enter(world.visitor(), { username: 'handler' }));
    const staff = await tokenOf(world.enterStaff(world.visitor()));
    const { handler } = world.enterprise.users;
    await world.db.enterpriseUser.update({ where: { id: handler }, data: { status: 'DISABLED' } });
    await world.db.staffUser.update({ where: { id: world.staffId }, data: { status: 'DISABLED' } });
    expect(await world.whoIs(clerk)).toBeNull();
    expect(await world.whoIs(staff)).toBeNull();
    await world.db.staffUser.update({ where: { id: world.staffId }, data: { status: 'ACTIVE' } });
  });

  it('ends after half an hour without a request, and after twelve hours with them', async () => {
    const idle = await tokenOf(world.enter(world.visitor()));
    expect(await world.whoIs(idle, later(30 * 60))).not.toBeNull();
    expect(await world.whoIs(idle, later(61 * 60))).toBeNull();

    const busy = await tokenOf(world.enter(world.visitor()));
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      expect(await world.whoIs(busy, later(minutes * 60))).not.toBeNull();
    }
    expect(await world.whoIs(busy, later(12 * 3600))).toBeNull();
  });

  it('says that an enterprise is frozen, and lets its people in to read', async () => {
    const { id } = world.enterprise;
    await world.db.enterprise.update({ where: { id }, data: { status: 'FROZEN' } });
    const token = await tokenOf(world.enter(world.visitor()));
    expect(await world.whoIs(token)).toMatchObject({ frozen: true });
    await world.db.enterprise.update({ where: { id }, data: { status: 'ACTIVE' } });
    expect(await world.whoIs(token)).toMatchObject({ frozen: false });
  });

  it('of an unknown token is nobody', async () => {
    expect(await world.whoIs('made-up')).toBeNull();
  });
});
