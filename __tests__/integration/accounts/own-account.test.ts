import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mySessions, ownAccount } from '@/lib/access/account-queries';
import { bindAddress } from '@/lib/access/accounts-store';
import type { EnterpriseActor } from '@/lib/access/actor';
import { askBindCode, bindOwnAddress } from '@/lib/access/commands/bind-own-address';
import { endOtherSessions, endOwnSession } from '@/lib/access/commands/end-own-session';
import type { Context } from '@/lib/access/context';
import { openAddressFile, placeOfAddress } from '@/lib/access/place-of-address';
import { openSealed } from '@/lib/db/sealed';
import { lastSmsCode } from '../../builders/registering';
import { accessWorld, later, PASSWORD, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
  await world.db.smsCode.deleteMany();
  await world.db.message.deleteMany();
  await world.db.session.updateMany({ data: { endedAt: later(0) } });
});

type Own = Context<EnterpriseActor>;

/** Somebody signed in, as the pages see him. */
async function signedIn(username = 'super', mark?: string): Promise<{ ctx: Own; token: string; mark: string }> {
  const entered = await world.enter(world.visitor(), { username }, mark);
  if (!entered.ok) throw new Error(entered.refusal.code);
  const actor = await world.whoIs(entered.value.token);
  return { ctx: world.visitor({ actor: actor ?? undefined }) as Own, ...entered.value };
}

/** What waits to be sent to somebody: channel and the text in the clear. */
async function waiting(): Promise<string[]> {
  const rows = await world.db.message.findMany({ where: { kind: 'account-notice' }, orderBy: { id: 'asc' } });
  const texts = rows.map(async ({ id, channel }) => {
    return `${channel} ${await openSealed(world, { table: 'message', column: 'body', rowId: id })}`;
  });
  return Promise.all(texts);
}

const MOBILE = '13800000031';

describe('a telephone of one’s own', () => {
  it('is bound with the password and the code that went to it, and shown masked from then on', async () => {
    const { ctx } = await signedIn();
    expect(await askBindCode(ctx, { what: 'mobile', address: MOBILE, current: 'wrong' })).toMatchObject({
      refusal: { code: 'current-wrong' },
    });
    expect(await askBindCode(ctx, { what: 'mobile', address: MOBILE, current: PASSWORD })).toMatchObject({ ok: true });
    const code = await lastSmsCode(world);
    // The code of one number binds no other, and none for somebody else.
    const stranger = await signedIn('handler');
    for (const [who, address] of [
      [ctx, '13800000032'],
      [stranger.ctx, MOBILE],
    ] as const)
      expect(await bindOwnAddress(who, { what: 'mobile', address, code })).toMatchObject({ ok: false });
    expect(await bindOwnAddress(ctx, { what: 'mobile', address: MOBILE, code })).toEqual({ ok: true });
    expect((await ownAccount(ctx)).maskedMobile).toBe('138****0031');
    expect((await ownAccount(stranger.ctx)).maskedMobile).toBeNull();
  });

  it('tells the one that was bound before', async () => {
    const { ctx } = await signedIn();
    await bindAddress(world.visitor(), ctx.actor.id, 'mobile', MOBILE);
    await world.db.message.deleteMany();
    await askBindCode(ctx, { what: 'mobile', address: '13800000033', current: PASSWORD });
    await bindOwnAddress(ctx, { what: 'mobile', address: '13800000033', code: await lastSmsCode(world) });
    expect(await waiting()).toEqual([expect.stringContaining('已更换绑定手机')]);
    const message = await world.db.message.findFirstOrThrow({ where: { kind: 'account-notice' } });
    expect(await openSealed(world, { table: 'message', column: 'address', rowId: message.id })).toBe(MOBILE);
  });
});

describe('where one is signed in', () => {
  it('lists the browsers with this one first, and signs another one out at once', async () => {
    const there = await signedIn();
    const here = await signedIn();
    const rows = await mySessions(here.ctx);
    expect(rows.map(({ isThis, address, device }) => [isThis, address, device])).toEqual([
      [true, '203.0.113.7', '未知设备'],
      [false, '203.0.113.7', '未知设备'],
    ]);
    expect(await endOwnSession(here.ctx, { sessionId: rows[1]?.id ?? '' })).toEqual({ ok: true });
    expect(await world.whoIs(there.token)).toBeNull();
    expect(await world.whoIs(here.token)).not.toBeNull();
  });

  it('does not say whether somebody else’s session exists, and leaves it alone', async () => {
    const handler = await signedIn('handler');
    const { ctx } = await signedIn();
    const theirs = { sessionId: handler.ctx.actor.sessionId };
    expect(await endOwnSession(ctx, theirs)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await world.whoIs(handler.token)).not.toBeNull();
  });

  it('退出其他设备 leaves this browser alone', async () => {
    const others = [await signedIn(), await signedIn()];
    const here = await signedIn();
    expect(await endOtherSessions(here.ctx)).toEqual({ ok: true, value: { ended: 2 } });
    expect(await Promise.all(others.map(({ token }) => world.whoIs(token)))).toEqual([null, null]);
    expect(await world.whoIs(here.token)).not.toBeNull();
  });

  it('a browser that was never here before is told to the telephone, a known one is not', async () => {
    const { ctx, mark } = await signedIn();
    await bindAddress(world.visitor(), ctx.actor.id, 'mobile', MOBILE);
    await world.db.message.deleteMany();
    await signedIn('super', mark);
    expect(await waiting()).toEqual([]);
    await signedIn();
    expect(await waiting()).toContainEqual(expect.stringMatching(/^SMS .*在新设备登录/));
  });
});

describe('the address file of the operator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'addresses-'));
  afterEach(() => openAddressFile(undefined));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names the place of a network, of both kinds; nothing is said of others or without a file', () => {
    const path = join(folder, 'addresses.tsv');
    writeFileSync(
      path,
      '203.0.113.0/24\t江苏苏州\n2001:db8::/32\t上海\nno network\tnowhere\n198.51.100.0/99\tnowhere\n',
    );
    expect(placeOfAddress('203.0.113.7')).toBeNull();
    openAddressFile(path);
    expect(['203.0.113.7', '2001:db8::7', '198.51.100.7', 'no address', null].map(placeOfAddress)).toEqual([
      '江苏苏州',
      '上海',
      null,
      null,
      null,
    ]);
  });
});
