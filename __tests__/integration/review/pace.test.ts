import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { paceOfCase } from '@/lib/review/pace-queries';
import { passFirst } from '../../builders/review';
import { enterpriseActor } from '../../support/context';
import { aSubmittedCase, someone } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

it('办理时长 is measured over the programme’s cases, and not at all over too few', async () => {
  const { id, name: enterpriseName, uscc, users } = world.enterprise;
  const clerk = world.as(enterpriseActor({ id: users.super, enterpriseId: id, enterpriseName, uscc }));
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const built = await aSubmittedCase(world, { talents: [someone('D')] });
    await passFirst(world.people.first1, built.id);
    ids.push(built.id);
  }
  // Handed in on Wednesday the 18th, passed on Monday the 23rd.
  expect(await paceOfCase(clerk, ids[0] ?? '')).toEqual([
    { stage: 'FIRST', promisedDays: expect.any(Number), measured: { p50: 3, p90: 3, cases: 5 } },
    { stage: 'FINAL', promisedDays: expect.any(Number), measured: null },
  ]);
});
