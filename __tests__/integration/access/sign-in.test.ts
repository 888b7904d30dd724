import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { explainEnterpriseSignIn } from '@/lib/access/rules/sign-in-refusals';
import { STRANGERS_TRIES } from '@/lib/access/rules/try-limits';
import { newId } from '@/lib/db/ids';
import { statementsOf } from '../../support/statements';
import { accessWorld, later, NOW, PASSWORD, tokenHashOf, tokenOf, type AccessWorld } from './access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
});

describe('signing in as 法人用户', () => {
  it('works by name in any width and by USCC in any form', async () => {
    for (const enterprise of [
      world.enterprise.name,
      ' 苏州示例(中国) 智能科技有限公司 ',
      world.enterprise.uscc,
      world.enterprise.uscc.toLowerCase().replace(/^(..)/, '$1 '),
    ]) {
      const token = await tokenOf(world.enter(world.visitor(), { enterprise, username: ' Super ' }));
      expect(await world.whoIs(token)).toMatchObject({ kind: 'enterprise', role: 'SUPER', username: 'super' });
    }
  });

  it('keeps the hash of the token and never the token', async () => {
    const token = await tokenOf(world.enter(world.visitor()));
    const row = await world.db.session.findUniqueOrThrow({ where: { tokenHash: tokenHashOf(token) } });
    expect(JSON.stringify(await world.db.session.findMany())).not.toContain(token);
    expect(row).toMatchObject({ kind: 'ENTERPRISE', staffUserId: null, ip: '203.0.113.7' });
    expect(row.expiresAt).toEqual(later(12 * 3600));
  });

  it('writes the sign-in to the log with who it was', async () => {
    const token = await tokenOf(world.enter(world.visitor()));
    const session = await world.db.session.findUniqueOrThrow({ where: { tokenHash: tokenHashOf(token) } });
    const entry = await world.db.auditEntry.findFirstOrThrow({
      where: { subjectKind: 'session', subjectId: session.id },
    });
    expect(entry).toMatchObject({ word: '登录成功', actorKind: 'enterprise', actorId: world.enterprise.users.super });
  });

  it('refuses every wrong account with the same words, whichever part was wrong', async () => {
    await world.db.enterpriseUser.update({
      where: { id: world.enterprise.users.handler },
      data: { status: 'DISABLED' },
    });
    const wrong = [
      { enterprise: '不存在的有限公司' },
      { username: 'nobody' },
      { password: 'wrong' },
      { username: 'handler' },
      { password: '' },
    ];
    const said = [];
    for (const given of wrong) {
      const entered = await world.enter(world.visitor(), given);
      if (entered.ok || entered.refusal.code !== 'credentials-wrong') throw new Error(JSON.stringify(entered));
      said.push(JSON.stringify(explainEnterpriseSignIn['credentials-wrong'](entered.refusal)));
    }
    expect(new Set(said).size).toBe(1);
  });

  it('tells staff in the log why it failed, and nothing that was typed', async () => {
    await world.enter(world.visitor(), { password: 'canary-password-1', username: 'canary-user' });
    await world.enter(world.visitor(), { password: 'canary-password-2' });
    const entries = await world.db.auditEntry.findMany({ where: { action: 'account.signInFailed' } });
    expect(entries.map(({ detail }) => (detail as { failure: string }).failure)).toEqual(
      expect.arrayContaining(['unknown-user', 'wrong-password']),
    );
    expect(JSON.stringify(entries)).not.toContain('canary');
  });

  it('asks the database the same, whichever part was wrong', async () => {
    await world.db.enterpriseUser.update({
      where: { id: world.enterprise.users.handler },
      data: { status: 'DISABLED' },
    });
    const statements = async (given: { enterprise?: string; username?: string; password?: string }) => {
      const typed = { ...given, ...(await world.picture(world.visitor())) };
      const enter = async () => {
        const entered = await world.enter(world.visitor(), typed);
        expect(entered).toEqual({ ok: false, refusal: { code: 'credentials-wrong' } });
      };
      return (await statementsOf(enter)).sort();
    };
    const known = await statements({ password: 'wrong' });
    expect(known.length).toBeGreaterThan(5);
    for (const wrong of [{ enterprise: '不存在的有限公司' }, { username: 'nobody' }, { username: 'handler' }]) {
      await world.db.rateCount.deleteMany();
      expect(await statements(wrong)).toEqual(known);
    }
  });

  it('takes as long for an account that does not exist as for one that does', async () => {
    const time = async (username: string, serial: number) => {
      const visitor = world.visitor({ address: `198.51.100.${serial}` });
      const typed = { username, password: 'wrong', ...(await world.picture(visitor)) };
      const begun = performance.now();
      const entered = await world.enter(visitor, typed);
      const took = performance.now() - begun;
      // A try beyond those that are free is refused unjudged, in no time.
      expect(entered).toEqual({ ok: false, refusal: { code: 'credentials-wrong' } });
      return took;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      await world.db.rateCount.deleteMany();
      for (let round = 0; round < STRANGERS_TRIES.free; round += 1) {
        known.push(await time('super', 2 * round));
        unknown.push(await time('nobody', 2 * round + 1));
      }
    }
    // What else the machine does only ever adds; the quickest of many is nearest to what the work itself takes. Without
    // the hash of nobody the unknown one is there in 0.4 of the time.
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1 / 0.6);
  });

  it('ends the session that the browser had before, so that none is carried over a sign-in', async () => {
    const first = await tokenOf(world.enter(world.visitor()));
    const actor = await world.whoIs(first);
    const second = await tokenOf(world.enter(world.visitor({ actor: actor ?? undefined })));
    expect(second).not.toBe(first);
    expect(await world.whoIs(first)).toBeNull();
    expect(await world.whoIs(second)).not.toBeNull();
  });
});

describe('the wait after wrong passwords', () => {
  const wrong = (at: Date, address?: string) => world.enter(world.visitor({ at, address }), { password: 'wrong' });

  it('grows from try to try and says how long it is', async () => {
    for (let tries = 0; tries < 3; tries += 1) await wrong(NOW);
    expect(await wrong(NOW)).toEqual({ ok: false, refusal: { code: 'too-many-tries', waitSeconds: 15 } });
    expect(await wrong(later(14))).toEqual({ ok: false, refusal: { code: 'too-many-tries', waitSeconds: 1 } });
    expect(await wrong(later(15))).toEqual({ ok: false, refusal: { code: 'credentials-wrong' } });
    expect(await wrong(later(16))).toEqual({ ok: false, refusal: { code: 'too-many-tries', waitSeconds: 29 } });
    expect(await wrong(later(45))).toEqual({ ok: false, refusal: { code: 'credentials-wrong' } });
    expect(await wrong(later(46))).toMatchObject({ refusal: { waitSeconds: 59 } });
  });

  it('holds for the right password too, and is forgotten once it was right', async () => {
    for (let tries = 0; tries < 3; tries += 1) await wrong(NOW);
    expect(await world.enter(world.visitor())).toMatchObject({ refusal: { code: 'too-many-tries' } });
    await tokenOf(world.enter(world.visitor({ at: later(15) })));
    expect(await wrong(later(16))).toEqual({ ok: false, refusal: { code: 'credentials-wrong' } });
  });

  it('is the same count by name and by USCC', async () => {
    for (let tries = 0; tries < 3; tries += 1) await wrong(NOW);
    const byCode = await world.enter(world.visitor(), { enterprise: world.enterprise.uscc, password: 'wrong' });
    expect(byCode).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('does not reach the owner at another address', async () => {
    for (let tries = 0; tries < 5; tries += 1) await wrong(NOW, '198.51.100.9');
    await tokenOf(world.enter(world.visitor()));
  });

  it('lets ten guesses an hour at one account through, from however many addresses', async () => {
    let judged = 0;
    for (let second = 0; second < 3600; second += 60) {
      const entered = await wrong(later(second), `198.18.${second / 60}.1`);
      if (!entered.ok && entered.refusal.code === 'credentials-wrong') judged += 1;
    }
    expect(judged).toBe(10);
  });

  it('does not reach a browser that was signed in before, whatever strangers do meanwhile', async () => {
    const before = await world.enter(world.visitor());
    if (!before.ok) throw new Error(before.refusal.code);
    for (let serial = 0; serial < 9; serial += 1) await wrong(NOW, `198.18.0.${serial}`);
    const { mark } = before.value;
    expect(await world.enter(world.visitor())).toMatchObject({ refusal: { code: 'too-many-tries' } });
    expect(await world.enter(world.visitor(), {}, `${mark}x`)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    expect(await world.enter(world.visitor(), {}, mark)).toMatchObject({ ok: true });
    expect(await wrong(NOW, '198.18.0.99')).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('holds for a known browser by itself, and its mark opens no other account’s waits', async () => {
    const before = await world.enter(world.visitor());
    if (!before.ok) throw new Error(before.refusal.code);
    const { mark } = before.value;
    const tryKnown = () => world.enter(world.visitor(), { password: 'wrong' }, mark);
    for (let tries = 0; tries < 3; tries += 1) await tryKnown();
    expect(await tryKnown()).toMatchObject({ refusal: { code: 'too-many-tries' } });
    const tryAdmin = () => world.enter(world.visitor(), { username: 'admin', password: 'wrong' }, mark);
    for (let tries = 0; tries < 3; tries += 1) await tryAdmin();
    expect(await tryAdmin()).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('counts an account that does not exist like any other', async () => {
    const tryNobody = () => world.enter(world.visitor(), { enterprise: '没有这家有限公司', password: 'x' });
    for (let tries = 0; tries < 3; tries += 1)
      expect(await tryNobody()).toMatchObject({ refusal: { code: 'credentials-wrong' } });
    expect(await tryNobody()).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('lets no more through when twenty tries come at once', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => world.picture(world.visitor())));
    const answers = await Promise.all(
      codes.map((code) => world.enter(world.visitor(), { ...code, password: 'wrong' })),
    );
    const judged = answers.filter((answer) => !answer.ok && answer.refusal.code === 'credentials-wrong');
    expect(judged).toHaveLength(3);
  });

  it('stops one network that tries many accounts, after a hundred in ten minutes', async () => {
    const tryOne = (serial: number) =>
      world.enter(world.visitor({ address: `192.0.2.${serial}` }), { username: `u${serial}`, password: 'x' });
    expect(await tryOne(1)).toMatchObject({ refusal: { code: 'credentials-wrong' } });
    await world.db.rateCount.updateMany({ where: { key: { startsWith: 'sign-ins ' } }, data: { count: 99 } });
    expect(await tryOne(2)).toMatchObject({ refusal: { code: 'credentials-wrong' } });
    expect(await tryOne(3)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    await tokenOf(world.enter(world.visitor()));
  });
});

describe('staff and enterprise', () => {
  it('do not cross: neither form opens an account of the other side', async () => {
    const staffOnEnterprise = await world.enter(world.visitor(), { username: 'first1' });
    expect(staffOnEnterprise).toMatchObject({ refusal: { code: 'credentials-wrong' } });
    const clerkOnStaff = await world.enterStaff(world.visitor(), { username: 'super' });
    expect(clerkOnStaff).toMatchObject({ refusal: { code: 'credentials-wrong' } });
  });

  it('get sessions of their own kind only', async () => {
    const staff = await world.whoIs(await tokenOf(world.enterStaff(world.visitor())));
    expect(staff).toMatchObject({ kind: 'staff', id: world.staffId, roles: ['FIRST_REVIEWER'] });
    const clerk = await world.whoIs(await tokenOf(world.enter(world.visitor())));
    expect(clerk).toMatchObject({ kind: 'enterprise', enterpriseId: world.enterprise.id });
    const mixed = { kind: 'STAFF' as const, enterpriseUserId: world.enterprise.users.super, id: newId() };
    const row = { ...mixed, tokenHash: 'x', createdAt: NOW, lastSeenAt: NOW, expiresAt: later(60) };
    await expect(world.db.session.create({ data: row })).rejects.toThrow(/session_owner/);
  });

  it('refuse each other’s picture', async () => {
    const code = await world.picture(world.visitor(), 'staff-sign-in');
    const entered = await world.enter(world.visitor(), { ...code, password: PASSWORD });
    expect(entered).toMatchObject({ refusal: { code: 'picture-code-stale' } });
  });
});
