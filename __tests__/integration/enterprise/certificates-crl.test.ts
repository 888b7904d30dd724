import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { crlAddresses, httpCrls } from '@/lib/drivers/ca/http-crls';
import { refreshCrls } from '@/lib/enterprise/commands/refresh-crls';
import { daysFrom, issueLeaf, type Leaf, makeCrl, makeKeys } from '../../builders/certificates/hierarchy';
import { caWorld, type CaWorld, later, NOW } from './ca-world';

jest.setTimeout(120_000);

let world: CaWorld;
let leaf: Leaf;
beforeAll(async () => {
  world = await caWorld('SUZHOU', 'RSA');
  leaf = issueLeaf(world.hierarchy);
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
  await world.db.caCrl.deleteMany();
  world.serve(makeCrl(world.hierarchy));
  await refresh();
});

const refresh = (at: Date = NOW, input: { all?: boolean } = { all: true }) =>
  refreshCrls(world.visitor({ at, actor: { kind: 'system', job: 'ca-crls' } }), input);
const prove = async (at: Date = NOW) => world.answer(await world.begin({ at }), leaf, { at });
const state = () => world.db.caCrl.findUniqueOrThrow({ where: { address: world.listUrl } });

describe('revocation lists', () => {
  it('are fetched, verified and kept with their dates', async () => {
    expect(await state()).toMatchObject({ fault: null, entries: 0, nextUpdate: daysFrom(NOW, 7), provider: 'SUZHOU' });
    expect(await prove()).toMatchObject({ ok: true });
  });

  it('stop a key that was revoked as soon as the next list is there', async () => {
    world.serve(makeCrl(world.hierarchy, { revoked: [leaf.serial], number: 2 }));
    await refresh(later(60));
    expect(await prove(later(60))).toMatchObject({ refusal: { code: 'certificate-invalid', step: 'revocation' } });
  });

  it('[cannot-verify-now] that are over say so, and do not call the key invalid', async () => {
    world.serve(null);
    await refresh(daysFrom(NOW, 7));
    expect(await prove(daysFrom(NOW, 7))).toMatchObject({ refusal: { code: 'cannot-verify-now', step: 'revocation' } });
  });

  it('that never came are fetched for the first key that is shown, once for all who wait', async () => {
    await world.db.caCrl.deleteMany();
    expect(await Promise.all([prove(), prove()])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await state()).toMatchObject({ fault: null, fetchedAt: NOW });
  });

  it('that cannot be had keep every key out', async () => {
    await world.db.caCrl.deleteMany();
    world.serve(null);
    expect(await prove()).toMatchObject({ refusal: { code: 'cannot-verify-now' } });
  });

  it.each([
    ['a server that is down', () => null, 'unreachable'],
    ['something else', () => Buffer.from('<html>'), 'not-a-list'],
    ['a list cut off', () => makeCrl(world.hierarchy).subarray(0, 200), 'not-a-list'],
    ['a list that somebody else signed', () => makeCrl(world.hierarchy, { signer: makeKeys('RSA') }), 'forged'],
    ['an older list', () => makeCrl(world.hierarchy, { thisUpdate: daysFrom(NOW, -3) }), 'older'],
  ])('leave the one before in its place for %s, and the page shows why', async (_, list, fault) => {
    const before = await state();
    world.serve(list());
    expect(await refresh(later(60))).toBe(0);
    expect(await state()).toMatchObject({ fault, sha256: before.sha256, triedAt: later(60) });
    expect(await prove(later(60))).toMatchObject({ ok: true });
  });

  it('tell the log once when they begin to fail and once when they work again', async () => {
    const told = () => world.db.auditEntry.count({ where: { subjectKind: 'caCrl' } });
    const before = await told();
    world.serve(null);
    for (const second of [60, 120, 180]) await refresh(later(second));
    expect(await told()).toBe(before + 1);
    world.serve(makeCrl(world.hierarchy));
    await refresh(later(240));
    expect(await told()).toBe(before + 2);
  });

  it('that hold are asked for every half hour, not every minute', async () => {
    expect(await refresh(later(60), {})).toBe(0);
    expect((await state()).triedAt).toEqual(NOW);
    await refresh(later(1800), {});
    expect((await state()).triedAt).toEqual(later(1800));
  });

  it('come from configured addresses and nowhere else', async () => {
    const source = httpCrls(crlAddresses(`SUZHOU=${world.listUrl}`));
    expect(await source.fetch(world.listUrl)).toMatchObject({ ok: true });
    expect(await source.fetch(`${world.listUrl}?x`)).toEqual({ ok: false, refusal: 'not-configured' });
    expect(() => crlAddresses('SUZHOU=file:///etc/passwd')).toThrow(/CA_CRL_URLS/);
    expect(() => crlAddresses('NANJING=https://example.com/a.crl')).toThrow(/CA_CRL_URLS/);
  });
});
