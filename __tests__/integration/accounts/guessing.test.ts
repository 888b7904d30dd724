import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessWorld, later, tokenOf, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());

const quantile = (sorted: readonly number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? 0;
const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]) => quantile(inOrder(values), 0.5);

function shown(name: string, values: readonly number[]): string {
  const sorted = inOrder(values);
  const at = [0.05, 0.25, 0.5, 0.75, 0.95].map((q) => quantile(sorted, q).toFixed(1).padStart(7));
  return `${name.padEnd(8)} p5 ${at[0]}  p25 ${at[1]}  p50 ${at[2]}  p75 ${at[3]}  p95 ${at[4]} ms (n ${values.length})`;
}

/** Spread over fifty minutes, each from a network of its own. */
const TRIES = 250;
const EVERY_SECONDS = 12;

it(`${TRIES} wrong passwords from as many networks: ten are judged, the owner’s known device signs in`, async () => {
  const before = await world.enter(world.visitor());
  if (!before.ok) throw new Error(before.refusal.code);
  const { mark } = before.value;
  let judged = 0;
  for (let n = 0; n < TRIES; n += 1) {
    const address = `198.${18 + (n >> 8)}.${n & 255}.7`;
    const ctx = world.visitor({ at: later(n * EVERY_SECONDS), address });
    const entered = await world.enter(ctx, { password: `wrong ${n}` });
    if (!entered.ok && entered.refusal.code === 'credentials-wrong') judged += 1;
    if (n % 60 === 59) {
      const own = await world.enter(world.visitor({ at: later(n * EVERY_SECONDS) }), {}, mark);
      expect(await world.whoIs(await tokenOf(Promise.resolve(own)), later(n * EVERY_SECONDS))).toMatchObject({
        username: 'super',
      });
    }
  }
  expect(judged).toBeLessThanOrEqual(10);
  // Who has never been seen waits with the strangers; nobody is locked out for good.
  expect(await world.enter(world.visitor({ at: later(3000) }))).toMatchObject({ refusal: { code: 'too-many-tries' } });
  await tokenOf(world.enter(world.visitor({ at: later(2 * 3600 + 3000) })));
}, 240_000);

it('the time of an answer tells a known from an unknown user apart by less than its own noise', async () => {
  await world.db.rateCount.deleteMany();
  let serial = 0;
  const time = async (username: string) => {
    const ctx = world.visitor({ address: `203.${serial >> 8}.${(serial += 1) & 255}.9` });
    const picture = await world.picture(ctx);
    await world.db.rateCount.deleteMany();
    const begun = performance.now();
    const entered = await world.enter(ctx, { username, password: 'wrong', ...picture });
    const took = performance.now() - begun;
    if (entered.ok || entered.refusal.code !== 'credentials-wrong') throw new Error(JSON.stringify(entered));
    return took;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  // In pairs and in turn first, so that what else the machine does falls on both alike.
  for (let round = 0; round < 60; round += 1) {
    const pair = [['super', known] as const, [`nobody${round}`, unknown] as const];
    for (const [username, into] of round % 2 ? pair : pair.reverse()) into.push(await time(username));
  }
  const apart = Math.abs(median(known) - median(unknown));
  const spread = (values: readonly number[]) => quantile(inOrder(values), 0.75) - quantile(inOrder(values), 0.25);
  const noise = Math.max(spread(known), spread(unknown));
  process.stdout.write(`\n${shown('known', known)}\n${shown('unknown', unknown)}\n`);
  process.stdout.write(`medians apart by ${apart.toFixed(2)} ms, noise ${noise.toFixed(2)} ms\n`);
  expect(apart).toBeLessThan(noise);
}, 240_000);
