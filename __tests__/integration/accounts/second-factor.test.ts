import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { proveAgain, showFactor } from '@/lib/access/commands/show-factor';
import { replaceFactor, renewRecoveryCodes, setUpFactor } from '@/lib/access/commands/set-up-factor';
import { factorOffer } from '@/lib/access/factor-queries';
import { hasProved } from '@/lib/access/rules/step-up';
import { latestFactorCodes } from '@/lib/access/second-factor/latest';
import { codeAt, stepAt } from '@/lib/access/second-factor/totp';
import { accessWorld, later, NOW, PASSWORD, tokenOf, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
});

/** Signs in with the password and answers the context of that session. */
async function withPassword(at = NOW): Promise<{ ctx: Context<StaffActor>; token: string }> {
  const token = await tokenOf(world.enterStaff(world.visitor({ at })));
  return { ctx: await of(token, at), token };
}
async function of(token: string, at = NOW): Promise<Context<StaffActor>> {
  const actor = await world.whoIs(token, at);
  if (actor?.kind !== 'staff') throw new Error('nobody is signed in');
  return world.as(actor, at);
}
const secretOf = (ctx: Context<StaffActor>) => factorOffer(ctx, '示例').secret;

let secret = '';
let recovery: readonly string[] = [];

describe('staff', () => {
  it('without a second factor may do nothing but set one up', async () => {
    const { ctx, token } = await withPassword();
    expect(ctx.actor.pending).toBe('factor-setup');
    secret = secretOf(ctx);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(factorOffer(ctx, '示例').uri).toContain(`secret=${secret}`);
    expect(await setUpFactor(ctx, { code: '000000' })).toMatchObject({ refusal: { code: 'factor-wrong' } });

    const done = await setUpFactor(ctx, { code: codeAt(secret, stepAt(NOW)) });
    if (!done.ok) throw new Error(done.refusal.code);
    recovery = done.value.recoveryCodes;
    expect(new Set(recovery).size).toBe(10);
    expect(await world.whoIs(token)).toBeNull();
    expect(await world.whoIs(done.value.token)).not.toHaveProperty('pending');
  });

  it('is offered another secret in another session, so that one who looked on has none', async () => {
    const [a, b] = [await withPassword(later(60)), await withPassword(later(61))];
    expect(secretOf(a.ctx)).not.toBe(secretOf(b.ctx));
  });

  it('shows the code after the password; the session goes on under a new token', async () => {
    const at = later(120);
    const { ctx, token } = await withPassword(at);
    expect(ctx.actor.pending).toBe('factor');
    const shown = await showFactor(ctx, { code: ` ${codeAt(secret, stepAt(at)).replace(/^(...)/, '$1 ')}` });
    if (!shown.ok) throw new Error(shown.refusal.code);
    expect(await world.whoIs(token, at)).toBeNull();
    const actor = await world.whoIs(shown.value.token, at);
    expect(actor).toMatchObject({ kind: 'staff', provedAt: at });
    expect(actor).not.toHaveProperty('pending');
  });

  it.each([-1, 0, 1])('takes the code of the neighbouring step %i', async (shift) => {
    const at = later(600 + shift * 300);
    const { ctx } = await withPassword(at);
    expect(await showFactor(ctx, { code: codeAt(secret, stepAt(at) + shift) })).toMatchObject({ ok: true });
  });

  it('takes none from two steps away', async () => {
    const at = later(1800);
    for (const shift of [-2, 2]) {
      const { ctx } = await withPassword(at);
      expect(await showFactor(ctx, { code: codeAt(secret, stepAt(at) + shift) })).toMatchObject({ ok: false });
    }
  });

  it('takes no code twice, nor an earlier one after a later one', async () => {
    const at = later(2400);
    const code = codeAt(secret, stepAt(at));
    expect(await showFactor((await withPassword(at)).ctx, { code })).toMatchObject({ ok: true });
    expect(await showFactor((await withPassword(at)).ctx, { code })).toMatchObject({
      refusal: { code: 'factor-wrong' },
    });
    const before = codeAt(secret, stepAt(at) - 1);
    expect(await showFactor((await withPassword(at)).ctx, { code: before })).toMatchObject({ ok: false });
  });

  it('opens one session when the same code is handed in ten times at once', async () => {
    const at = later(3000);
    const sessions = [];
    for (let n = 0; n < 3; n += 1) sessions.push(await withPassword(at));
    const code = codeAt(secret, stepAt(at));
    const answers = await Promise.all(sessions.map(({ ctx }) => showFactor(ctx, { code })));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });

  it('waits longer and longer after wrong codes', async () => {
    const at = later(3600);
    for (let n = 0; n < 3; n += 1) await showFactor((await withPassword(at)).ctx, { code: '000001' });
    const { ctx } = await withPassword(at);
    const right = codeAt(secret, stepAt(at));
    expect(await showFactor(ctx, { code: right })).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  it('opens with a recovery code once, however it is typed', async () => {
    const at = later(4200);
    const code = (recovery[0] ?? '').toUpperCase().replace('-', ' ');
    expect(await showFactor((await withPassword(at)).ctx, { code })).toMatchObject({ ok: true });
    expect(await showFactor((await withPassword(at)).ctx, { code })).toMatchObject({ ok: false });
    expect(JSON.stringify(await world.db.staffRecoveryCode.findMany())).not.toContain(recovery[1]);
  });

  it('keeps neither secret nor codes in the clear', async () => {
    const kept = JSON.stringify([await world.db.staffUser.findMany(), await world.db.sealedValue.findMany()]);
    expect(kept).not.toContain(secret);
  });
});

describe('what money asks', () => {
  it('holds for ten minutes after the factor was shown, and not a moment longer', async () => {
    const at = later(6000);
    const { ctx } = await withPassword(at);
    const shown = await showFactor(ctx, { code: codeAt(secret, stepAt(at)) });
    if (!shown.ok) throw new Error(shown.refusal.code);
    const { actor } = await of(shown.value.token, at);
    expect(hasProved(actor, later(599.999, at))).toBe(true);
    expect(hasProved(actor, later(600, at))).toBe(false);
  });

  it('is given again by password and code together, and by neither alone', async () => {
    const at = later(8000);
    const { ctx } = await withPassword(at);
    const shown = await showFactor(ctx, { code: codeAt(secret, stepAt(at)) });
    if (!shown.ok) throw new Error(shown.refusal.code);
    const then = later(900, at);
    const again = await of(shown.value.token, then);
    expect(hasProved(again.actor, then)).toBe(false);
    const code = codeAt(secret, stepAt(then));
    expect(await proveAgain(again, { current: 'wrong', code })).toMatchObject({ refusal: { code: 'current-wrong' } });
    expect(await proveAgain(again, { current: PASSWORD, code: '000002' })).toMatchObject({
      refusal: { code: 'factor-wrong' },
    });
    const proved = await proveAgain(again, { current: PASSWORD, code });
    if (!proved.ok) throw new Error(proved.refusal.code);
    expect(hasProved((await of(proved.value.token, then)).actor, then)).toBe(true);
  });
});

describe('a new telephone', () => {
  it('leaves the old codes worthless, and asks for a set-up before anything else', async () => {
    const at = later(12_000);
    const { ctx, token } = await withPassword(at);
    const shown = await showFactor(ctx, { code: codeAt(secret, stepAt(at)) });
    if (!shown.ok) throw new Error(shown.refusal.code);
    const inside = await of(shown.value.token, at);
    const fresh = await renewRecoveryCodes(inside);
    expect(fresh).toMatchObject({ ok: true });
    expect(await showFactor((await withPassword(at)).ctx, { code: recovery[2] ?? '' })).toMatchObject({ ok: false });
    await replaceFactor(inside);
    expect((await of(shown.value.token, at)).actor.pending).toBe('factor-setup');
    expect(await world.whoIs(token, at)).toBeNull();
    expect(await world.db.staffRecoveryCode.count()).toBe(0);
  });

  it('is shown at the demo’s page and nowhere else', async () => {
    expect(await latestFactorCodes(world.visitor(), false)).toEqual({});
  });
});
