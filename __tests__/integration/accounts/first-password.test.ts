import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnterpriseActor } from '@/lib/access/actor';
import { changePassword, chooseFirstPassword } from '@/lib/access/commands/change-password';
import { hashPassword } from '@/lib/access/commands/password-hash';
import type { Context } from '@/lib/access/context';
import { explainEnterpriseSignIn } from '@/lib/access/rules/sign-in-refusals';
import { accessWorld, later, NOW, PASSWORD, tokenOf, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());

const INITIAL = 'Hk4mTq2zWb7c';
const NEW = 'kettle and ocean';

beforeEach(async () => {
  await world.db.rateCount.deleteMany();
  await world.db.session.deleteMany();
  await world.db.enterpriseUser.update({
    where: { id: world.enterprise.users.super },
    data: {
      passwordHash: await hashPassword(INITIAL),
      mustChangePassword: true,
      passwordGoodUntil: later(72 * 3600),
    },
  });
});

async function signedIn(password = INITIAL, at = NOW): Promise<{ ctx: Context<EnterpriseActor>; token: string }> {
  const token = await tokenOf(world.enter(world.visitor({ at }), { password }));
  return { ctx: await of(token, at), token };
}
async function of(token: string, at = NOW): Promise<Context<EnterpriseActor>> {
  const actor = await world.whoIs(token, at);
  if (actor?.kind !== 'enterprise') throw new Error('nobody is signed in');
  return world.as(actor, at);
}

describe('an initial password', () => {
  it('signs in to nothing but the page of the new one', async () => {
    expect((await signedIn()).ctx.actor.pending).toBe('first-password');
  });

  it('opens nothing after 72 hours, and says so only to who knows it', async () => {
    const at = later(72 * 3600);
    expect(await world.enter(world.visitor({ at }), { password: 'wrong' })).toMatchObject({
      refusal: { code: 'credentials-wrong' },
    });
    const late = await world.enter(world.visitor({ at }), { password: INITIAL });
    expect(late).toEqual({ ok: false, refusal: { code: 'initial-password-expired', role: 'SUPER' } });
    const said = explainEnterpriseSignIn['initial-password-expired']({
      code: 'initial-password-expired',
      role: 'SUPER',
    });
    expect(said.next[0]?.label).toContain('员工管理');
    await tokenOf(world.enter(world.visitor({ at: later(72 * 3600 - 1) }), { password: INITIAL }));
  });

  it('is replaced by one’s own: other sessions end, this one goes on under a new token', async () => {
    const other = await signedIn();
    const { ctx, token } = await signedIn();
    const chosen = await chooseFirstPassword(ctx, { password: NEW, again: NEW });
    if (!chosen.ok) throw new Error(chosen.refusal.code);
    expect(await world.whoIs(token)).toBeNull();
    expect(await world.whoIs(other.token)).toBeNull();
    expect(await world.whoIs(chosen.value.token)).not.toHaveProperty('pending');
    expect(await world.enter(world.visitor(), { password: INITIAL })).toMatchObject({ ok: false });
    await signedIn(NEW, later(100 * 3600));
  });

  it.each([
    [
      { password: 'short', again: 'short' },
      { code: 'password-weak', complaint: 'too-short' },
    ],
    [
      { password: 'Suzhou@2026', again: 'Suzhou@2026' },
      { code: 'password-weak', complaint: 'common' },
    ],
    [{ password: NEW, again: `${NEW}!` }, { code: 'passwords-differ' }],
    [{ password: INITIAL, again: INITIAL }, { code: 'password-same' }],
  ])('is not replaced by %j', async (input, refusal) => {
    const { ctx } = await signedIn();
    expect(await chooseFirstPassword(ctx, input)).toMatchObject({ ok: false, refusal });
    expect((await signedIn()).ctx.actor.pending).toBe('first-password');
  });

  it('cannot be skipped later: who has changed it is not offered the way without the present one', async () => {
    const { ctx } = await signedIn();
    const chosen = await chooseFirstPassword(ctx, { password: NEW, again: NEW });
    if (!chosen.ok) throw new Error(chosen.refusal.code);
    const again = await chooseFirstPassword(await of(chosen.value.token), { password: PASSWORD, again: PASSWORD });
    expect(again).toMatchObject({ refusal: { code: 'no-permission' } });
  });
});

describe('changing one’s own password', () => {
  const own = async () => {
    const { ctx } = await signedIn();
    const chosen = await chooseFirstPassword(ctx, { password: NEW, again: NEW });
    if (!chosen.ok) throw new Error(chosen.refusal.code);
    return of(chosen.value.token);
  };

  it('needs the present one, and slows guesses at it', async () => {
    const ctx = await own();
    const change = (current: string) => changePassword(ctx, { current, password: PASSWORD, again: PASSWORD });
    for (let n = 0; n < 3; n += 1) expect(await change('guess')).toMatchObject({ refusal: { code: 'current-wrong' } });
    expect(await change(NEW)).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('ends every other session and tells the person by what is bound', async () => {
    const ctx = await own();
    const other = await signedIn(NEW);
    const changed = await changePassword(ctx, { current: NEW, password: PASSWORD, again: PASSWORD });
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(await world.whoIs(other.token)).toBeNull();
    expect(await world.whoIs(changed.value.token)).toMatchObject({ kind: 'enterprise' });
    const entry = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'account.changePassword' },
      orderBy: { id: 'desc' },
    });
    expect(entry).toMatchObject({ word: '修改密码', detail: { sessionsEnded: 1 } });
    expect(JSON.stringify(entry)).not.toContain(PASSWORD);
  });
});
