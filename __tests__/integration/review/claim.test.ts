import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { claim, release, renewClaim } from '@/lib/review/commands/claim';
import { claimNext } from '@/lib/review/commands/claim-next';
import { lapseClaims } from '@/lib/review/commands/lapse-claims';
import { decideTalent, lookAt } from '@/lib/review/commands/note';
import { caseView } from '@/lib/review/queries';
import { nextCase } from '@/lib/review/queue-queries';
import { passFirst, returnWith, sendBackToFirst, takeAndLook } from '../../builders/review';
import { aSubmittedCase } from './a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from './review-world';

// Twenty people at once share two processors with other suites.
jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const row = (id: string) => world.db.application.findUniqueOrThrow({ where: { id } });
const minutes = (count: number) => new Date(MONDAY.getTime() + count * 60_000);

describe('claiming a case', () => {
  it('gives it to one of twenty who ask at the same moment', async () => {
    const { id } = await aSubmittedCase(world);
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, index) => world.aStaff(`crowd${index}`, 'FIRST_REVIEWER')),
    );
    const answers = await Promise.all(crowd.map((ctx) => claim(ctx, { applicationId: id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(codes.every((code) => code === 'somebody-was-faster' || code === 'claimed-by-other')).toBe(true);
    expect(await world.db.review.count({ where: { applicationId: id } })).toBe(1);
    await world.db.application.update({ where: { id }, data: { holdSince: MONDAY } });
  });

  it('gives twenty who take the next one twenty different cases', async () => {
    for (let count = 0; count < 20; count += 1) await aSubmittedCase(world);
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, index) => world.aStaff(`next${index}`, 'FIRST_REVIEWER')),
    );
    const answers = await Promise.all(crowd.map((ctx) => claimNext(ctx, { stage: 'FIRST' })));
    const taken = answers.flatMap((answer) => (answer.ok ? [answer.value.applicationId] : []));
    expect(new Set(taken).size).toBe(20);
    expect(await claimNext(world.people.first1, { stage: 'FIRST' })).toEqual({
      ok: false,
      refusal: { code: 'nothing-to-claim' },
    });
  });

  it('names who holds it and until when to whoever comes later', async () => {
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    expect(await claim(world.people.first2, { applicationId: id })).toEqual({
      ok: false,
      refusal: { code: 'claimed-by-other', by: 'first1', until: minutes(30) },
    });
    expect(await claim(world.people.first1, { applicationId: id })).toEqual({ ok: true, value: undefined });
  });

  it('is for reviewers of the stage only', async () => {
    const { id } = await aSubmittedCase(world);
    await expect(claim(world.people.final1, { applicationId: id })).rejects.toThrow(Denied);
    await expect(claim(world.people.notice, { applicationId: id })).rejects.toThrow(Denied);
  });

  it('is refused while the case is held, and the next one is taken instead', async () => {
    const held = await aSubmittedCase(world, { submittedAt: new Date('2026-01-05T02:00:00Z') });
    await world.db.application.update({
      where: { id: held.id },
      data: { holdSince: MONDAY, holdReason: '核查材料真实性' },
    });
    expect(await claim(world.people.first2, { applicationId: held.id })).toEqual({
      ok: false,
      refusal: { code: 'held', reason: '核查材料真实性' },
    });
    expect(await nextCase(world.people.first2, 'FIRST')).not.toBe(held.id);
    expect((await caseView(world.people.first2, held.id))?.claimBar).toBe('held');
  });
});

describe('the lease of a claim', () => {
  it('lapses thirty minutes after the last sign of life and not before', async () => {
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    expect(await renewClaim(world.at(world.people.first1, minutes(10)), { applicationId: id })).toEqual({
      ok: true,
      value: { until: minutes(40) },
    });
    await lapseClaims(world.clock(new Date(minutes(40).getTime() - 1)));
    expect((await row(id)).status).toBe('FIRST_REVIEW');
    await lapseClaims(world.clock(minutes(40)));
    expect(await row(id)).toMatchObject({ status: 'SUBMITTED', claimedById: null });
    const late = world.at(world.people.first1, minutes(41));
    expect(await renewClaim(late, { applicationId: id })).toEqual({ ok: false, refusal: { code: 'not-your-claim' } });
  });

  it('is renewed by every act on the case', async () => {
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    await lookAt(world.at(world.people.first1, minutes(20)), { applicationId: id, parts: ['section:enterprise'] });
    await lapseClaims(world.clock(minutes(45)));
    expect((await row(id)).status).toBe('FIRST_REVIEW');
  });

  it('ends at once when its reviewer is disabled', async () => {
    const leaver = await world.aStaff('leaver', 'FIRST_REVIEWER');
    const { id } = await aSubmittedCase(world);
    await claim(leaver, { applicationId: id });
    await world.db.staffUser.update({ where: { id: leaver.actor.id }, data: { status: 'DISABLED' } });
    await lapseClaims(world.clock(minutes(1)));
    expect((await row(id)).claimedById).toBeNull();
  });

  it('leaves what was decided as the next reviewer’s proposal, and what one looked at oneself', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    const view = await takeAndLook(world.people.first1, id);
    const [talentId = ''] = talentIds;
    await decideTalent(world.people.first1, { applicationId: id, talentId, supported: false, reason: '合同期不足。' });
    await release(world.people.first1, { applicationId: id });
    const refused = await decideTalent(world.people.first1, {
      ...{ applicationId: id, talentId, supported: true, reason: null },
    });
    expect(refused).toEqual({ ok: false, refusal: { code: 'not-your-claim' } });
    await claim(world.people.first2, { applicationId: id });
    const second = await caseView(world.people.first2, id);
    expect(second?.decisions[talentId]).toEqual({ supported: false, reason: '合同期不足。', stage: 'FIRST' });
    expect(second?.looked).toEqual([]);
    await release(world.people.first2, { applicationId: id });
    await claim(world.people.first1, { applicationId: id });
    expect([...((await caseView(world.people.first1, id))?.looked ?? [])].sort()).toEqual([...view.parts].sort());
  });
});

describe('a case that comes back', () => {
  it('is kept for the reviewer who returned it, while active', async () => {
    const { id } = await aSubmittedCase(world);
    await returnWith(world.people.first1, id, [{ target: 'whole', text: '请补齐材料。' }]);
    const kept = { status: 'SUBMITTED', submissionCount: 1 } as const;
    await world.db.application.update({ where: { id }, data: kept });
    expect(await claim(world.people.first2, { applicationId: id })).toEqual({
      ok: false,
      refusal: { code: 'kept-for-other', name: 'first1' },
    });
    expect((await caseView(world.people.first2, id))?.keptFor).toBe('first1');
    await world.db.staffUser.update({ where: { id: world.people.first1.actor.id }, data: { status: 'DISABLED' } });
    expect(await claim(world.people.first2, { applicationId: id })).toEqual({ ok: true, value: undefined });
    await world.db.staffUser.update({ where: { id: world.people.first1.actor.id }, data: { status: 'ACTIVE' } });
  });

  it('goes to the first reviewer when the final one sends it back, before anything older', async () => {
    const { id } = await aSubmittedCase(world, { submittedAt: new Date('2026-11-20T02:00:00Z') });
    const keeper = await world.aStaff('keeper', 'FIRST_REVIEWER');
    await passFirst(keeper, id);
    await sendBackToFirst(world.people.final1, id, '请再核对合同期限。');
    expect(await row(id)).toMatchObject({
      status: 'SUBMITTED',
      reservedForId: keeper.actor.id,
      firstReviewerId: null,
    });
    expect(await nextCase(keeper, 'FIRST')).toBe(id);
    expect(await nextCase(world.people.both, 'FIRST')).not.toBe(id);
    const [, , last] = (await caseView(keeper, id))?.timeline.slice(-3) ?? [];
    expect(last).toMatchObject({ word: '退回初审', note: '请再核对合同期限。' });
  });
});
