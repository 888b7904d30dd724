import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bindAddress } from '@/lib/access/accounts-store';
import type { EnterpriseActor } from '@/lib/access/actor';
import { askProofCode, proveOwn } from '@/lib/access/commands/prove-own';
import type { Context } from '@/lib/access/context';
import { hasProved } from '@/lib/access/rules/step-up';
import { lastSmsCode } from '../../builders/registering';
import { accessWorld, PASSWORD, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
  await world.db.smsCode.deleteMany();
});

/** None was sent, or it was used. */
const NO_CODE = { refusal: { code: expect.stringMatching(/^code-/) } };

async function signedIn(username: string) {
  const entered = await world.enter(world.visitor(), { username });
  if (!entered.ok) throw new Error(entered.refusal.code);
  const actor = await world.whoIs(entered.value.token);
  return { ctx: world.visitor({ actor: actor ?? undefined }) as Context<EnterpriseActor>, token: entered.value.token };
}

describe('proving before the payee is changed that it is still oneself', () => {
  it('takes the password alone where nothing is bound; it lasts ten minutes, and the old token is worth nothing', async () => {
    const { ctx, token } = await signedIn('super');
    expect(hasProved(ctx.actor, ctx.now)).toBe(false);
    expect(await proveOwn(ctx, { current: 'wrong' })).toMatchObject({ refusal: { code: 'current-wrong' } });
    expect(await askProofCode(ctx, { current: PASSWORD })).toMatchObject({ refusal: { code: 'nothing-bound' } });
    const proved = await proveOwn(ctx, { current: PASSWORD });
    if (!proved.ok) throw new Error(proved.refusal.code);
    expect(await world.whoIs(token)).toBeNull();
    const now = await world.whoIs(proved.value.token);
    if (!now) throw new Error('nobody');
    expect([599, 600].map((seconds) => hasProved(now, new Date(ctx.now.getTime() + seconds * 1000)))).toEqual([
      true,
      false,
    ]);
  });

  it('wants the code that went to the bound telephone as well, and that only once', async () => {
    const { ctx } = await signedIn('handler');
    await bindAddress(world.visitor(), ctx.actor.id, 'mobile', '13800000041');
    expect(await proveOwn(ctx, { current: PASSWORD })).toMatchObject(NO_CODE);
    expect(await askProofCode(ctx, { current: 'wrong' })).toMatchObject({ refusal: { code: 'current-wrong' } });
    expect(await askProofCode(ctx, { current: PASSWORD })).toMatchObject({ ok: true });
    const code = await lastSmsCode(world);
    expect(await proveOwn(ctx, { current: 'wrong', code })).toMatchObject({ refusal: { code: 'current-wrong' } });
    expect(await proveOwn(ctx, { current: PASSWORD, code })).toMatchObject({ ok: true });
    expect(await proveOwn(ctx, { current: PASSWORD, code })).toMatchObject(NO_CODE);
    const row = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'account.prove', subjectId: ctx.actor.id },
    });
    expect(row.detail).toEqual({ means: 'sms' });
  });

  it('may be guessed at five times, not longer', async () => {
    const { ctx } = await signedIn('super');
    for (let n = 0; n < 5; n += 1) await proveOwn(ctx, { current: `guess ${n}` });
    expect(await proveOwn(ctx, { current: PASSWORD })).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });
});
