import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { newId } from '@/lib/db/ids';
import { approve } from '@/lib/review/commands/approve';
import { claim, release } from '@/lib/review/commands/claim';
import { reject, sendBack } from '@/lib/review/commands/decide-final';
import { pass, proposeRejection } from '@/lib/review/commands/decide-first';
import { addComment, decideTalent, lookAt, withdrawComment } from '@/lib/review/commands/note';
import { returnCase } from '@/lib/review/commands/return-case';
import { revealSealed } from '@/lib/review/commands/reveal';
import { caseView } from '@/lib/review/queries';
import { nextCase } from '@/lib/review/queue-queries';
import { inventedResidentId } from '../../builders/answers';
import { approveFinal, passFirst, refuseByTwo, returnWith, takeAndLook } from '../../builders/review';
import { aSubmittedCase, newSeed, someone } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const row = (id: string) => world.db.application.findUniqueOrThrow({ where: { id } });
const refusal = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });

describe('two people decide every case', () => {
  it('so whoever decided at the first stage cannot take it at the final one', async () => {
    const { id } = await aSubmittedCase(world);
    await passFirst(world.people.both, id);
    expect(await claim(world.people.both, { applicationId: id })).toEqual(refusal('first-cannot-be-final'));
    expect(await nextCase(world.people.both, 'FINAL')).toBeNull();
    expect((await caseView(world.people.both, id))?.claimBar).toBe('decided-at-first');
    expect(await nextCase(world.people.final1, 'FINAL')).toBe(id);
  });

  it('nor after having decided only one talent of an earlier hold', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await takeAndLook(world.people.both, id);
    await decideTalent(world.people.both, {
      ...{ applicationId: id, talentId: talentIds[0] ?? '', supported: true, reason: null },
    });
    await world.db.application.update({
      where: { id },
      data: { status: 'AWAITING_FINAL', claimedById: null, claimSeenAt: null },
    });
    expect(await claim(world.people.both, { applicationId: id })).toEqual(refusal('first-cannot-be-final'));
  });

  it('and whoever ended a stage is told so, until somebody else has ended the next', async () => {
    const { id } = await aSubmittedCase(world);
    const { first1, both, final1 } = world.people;
    const ended = async () =>
      Promise.all([first1, both, final1].map(async (ctx) => (await caseView(ctx, id))?.endedByMe));
    await takeAndLook(both, id);
    await release(both, { applicationId: id });
    expect(await ended()).toEqual([false, false, false]);
    await passFirst(first1, id);
    expect(await ended()).toEqual([true, false, false]);
    await takeAndLook(final1, id);
    expect(await ended()).toEqual([false, false, false]);
    await sendBack(final1, { applicationId: id, reason: '请再核对学历。' });
    expect(await ended()).toEqual([false, false, true]);
    await returnWith(first1, id, [{ target: 'attachment:commitmentLetter', text: '请补正。' }]);
    expect(await ended()).toEqual([true, false, false]);
  });

  it('but only of the version that lies before everybody', async () => {
    const { id } = await aSubmittedCase(world);
    const { first1 } = world.people;
    const held = { applicationId: id, stage: 'FIRST', reviewerId: first1.actor.id, startedAt: first1.now } as const;
    const returned = { ...held, endedAt: first1.now, outcome: 'RETURNED' } as const;
    await world.db.review.create({ data: { id: newId(), submissionNumber: 0, ...returned } });
    expect((await caseView(first1, id))?.endedByMe).toBe(false);
    await world.db.review.create({ data: { id: newId(), submissionNumber: 1, ...returned } });
    expect((await caseView(first1, id))?.endedByMe).toBe(true);
  });

  it('and the database itself refuses the same person twice', async () => {
    const { id } = await aSubmittedCase(world);
    const me = world.people.first1.actor.id;
    const both = { firstReviewerId: me, finalReviewerId: me };
    await expect(world.db.application.update({ where: { id }, data: both })).rejects.toThrow(
      /application_two_reviewers/,
    );
  });

  it('and no one decides a case that somebody else holds', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    const decision = { applicationId: id, talentId: talentIds[0] ?? '', supported: true, reason: null };
    expect(await decideTalent(world.people.first2, decision)).toEqual(refusal('not-your-claim'));
    expect(await pass(world.people.first2, { applicationId: id })).toEqual(refusal('not-your-claim'));
    await expect(pass(world.people.notice, { applicationId: id })).rejects.toThrow(Denied);
  });
});

describe('passing a case on', () => {
  it('needs every part looked at, then every talent decided, then one supported', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    const [one = '', two = ''] = talentIds;
    await claim(world.people.first1, { applicationId: id });
    const blind = await pass(world.people.first1, { applicationId: id });
    const parts = (await caseView(world.people.first1, id))?.parts ?? [];
    expect(blind).toEqual({ ok: false, refusal: expect.objectContaining({ code: 'parts-not-looked-at', parts }) });
    await lookAt(world.people.first1, { applicationId: id, parts: [...parts] });
    expect(await pass(world.people.first1, { applicationId: id })).toEqual(refusal('undecided-talents'));
    const refuseOne = { applicationId: id, supported: false, reason: '不在目录内。' };
    await decideTalent(world.people.first1, { ...refuseOne, talentId: one });
    await decideTalent(world.people.first1, { ...refuseOne, talentId: two });
    expect(await pass(world.people.first1, { applicationId: id })).toEqual(refusal('no-supported-talent'));
    await decideTalent(world.people.first1, { applicationId: id, talentId: two, supported: true, reason: null });
    expect(await pass(world.people.first1, { applicationId: id })).toEqual({ ok: true, value: undefined });
    expect(await row(id)).toMatchObject({
      status: 'AWAITING_FINAL',
      firstReviewerId: world.people.first1.actor.id,
      claimedById: null,
    });
  });

  it('takes no refusal of a talent without a reason', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    const decision = { applicationId: id, talentId: talentIds[0] ?? '', supported: false, reason: '' };
    expect(await decideTalent(world.people.first1, decision)).toEqual(refusal('reason-missing'));
  });
});

describe('returning a case', () => {
  it('needs all of it looked at and one comment, and gives ten working days', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    expect(await returnCase(world.people.first1, { applicationId: id })).toEqual(refusal('parts-not-looked-at'));
    const parts = (await caseView(world.people.first1, id))?.parts ?? [];
    await lookAt(world.people.first1, { applicationId: id, parts: [...parts] });
    expect(await returnCase(world.people.first1, { applicationId: id })).toEqual(refusal('no-comment-for-return'));
    const target = `talent:${talentIds[0]}:contractTo`;
    await addComment(world.people.first1, { applicationId: id, target, text: '合同结束日期与合同不符。' });
    expect(await returnCase(world.people.first1, { applicationId: id })).toEqual({
      ok: true,
      value: { deadline: '2026-12-07' },
    });
    expect(await row(id)).toMatchObject({
      status: 'RETURNED',
      returnDeadline: '2026-12-07',
      returnedStage: 'FIRST',
      reservedForId: world.people.first1.actor.id,
    });
    const comment = await world.db.reviewComment.findFirstOrThrow({ where: { applicationId: id } });
    expect(comment).toMatchObject({ target, sentAt: world.people.first1.now });
  });

  it('by the final stage keeps the case for the final reviewer', async () => {
    const { id } = await aSubmittedCase(world);
    await passFirst(world.people.first1, id);
    await returnWith(world.people.final1, id, [{ target: 'attachment:commitmentLetter', text: '请盖章后重传。' }]);
    expect(await row(id)).toMatchObject({
      returnedStage: 'FINAL',
      reservedForId: world.people.final1.actor.id,
      firstReviewerId: world.people.first1.actor.id,
    });
  });

  it('sends no comment that was taken back, and takes none for a part that there is not', async () => {
    const { id } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    const nowhere = await addComment(world.people.first1, { applicationId: id, target: 'talent:nobody', text: '某处' });
    expect(nowhere).toEqual(refusal('not-found'));
    const added = await addComment(world.people.first1, { applicationId: id, target: 'whole', text: '写错了。' });
    const commentId = added.ok ? added.value.id : '';
    await withdrawComment(world.people.first1, { applicationId: id, commentId });
    expect(await returnCase(world.people.first1, { applicationId: id })).toEqual(refusal('no-comment-for-return'));
  });
});

describe('refusing a case', () => {
  it('takes two people: the first only proposes it', async () => {
    const { id } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    await proposeRejection(world.people.first1, { applicationId: id, reason: '企业不在受理范围。' });
    expect(await row(id)).toMatchObject({ status: 'AWAITING_FINAL', proposedRejection: true });
    expect((await caseView(world.people.final1, id))?.proposedRejection).toBe('企业不在受理范围。');
    await takeAndLook(world.people.final1, id);
    expect(await reject(world.people.final1, { applicationId: id, reason: '企业不在受理范围。' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await row(id)).toMatchObject({
      status: 'REJECTED',
      finalReviewerId: world.people.final1.actor.id,
      decisionReason: '企业不在受理范围。',
    });
    expect(await world.db.grantedPerson.count({ where: { applicationId: id } })).toBe(0);
  });

  it('may be decided otherwise by the second', async () => {
    const { id, talentIds } = await aSubmittedCase(world, { talents: [someone('D')] });
    await takeAndLook(world.people.first1, id);
    await proposeRejection(world.people.first1, { applicationId: id, reason: '岗位不在目录内。' });
    await takeAndLook(world.people.final1, id);
    const decision = { applicationId: id, talentId: talentIds[0] ?? '', supported: true, reason: null };
    await decideTalent(world.people.final1, decision);
    expect(await approve(world.people.final1, { applicationId: id })).toEqual({
      ok: true,
      value: { approvedFen: 10_000_00 },
    });
  });

  it('is told by the builders in one line', async () => {
    const { id } = await aSubmittedCase(world);
    await refuseByTwo(world.people.first1, world.people.final1, id, '不符合条件。');
    expect((await row(id)).status).toBe('REJECTED');
    const other = await aSubmittedCase(world, { talents: [someone('D')] });
    await passFirst(world.people.first1, other.id);
    expect(await approveFinal(world.people.final2, other.id)).toBe(10_000_00);
  });
});

describe('a masked number', () => {
  it('is shown whole once it stands in the log who looked at it, and the log does not hold it', async () => {
    const seed = newSeed();
    const { id, talentIds } = await aSubmittedCase(world, { talents: [{ category: 'B', name: '欧阳文静', seed }] });
    const [talentId = ''] = talentIds;
    const input = { applicationId: id, talentId, fieldId: 'idNumber' };
    const clear = inventedResidentId(seed);
    expect(await revealSealed(world.people.first1, input)).toEqual({ ok: true, value: { clear } });
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'sensitive.reveal', subjectId: id } });
    expect(entry).toMatchObject({ actorId: world.people.first1.actor.id, word: '查看完整证件号码' });
    expect(JSON.stringify(entry)).not.toContain(clear);
    expect((await caseView(world.people.first1, id))?.timeline).toEqual([]);
  });

  it('is not shown for a field or talent that there is not, nor to those who have no business with cases', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    const [talentId = ''] = talentIds;
    const none = await revealSealed(world.people.first1, { applicationId: id, talentId, fieldId: 'major' });
    expect(none).toEqual(refusal('not-found'));
    const admin = await world.aStaff('sysadmin', 'SYSTEM_ADMIN');
    const asked = revealSealed(admin, { applicationId: id, talentId, fieldId: 'idNumber' });
    await expect(asked).rejects.toThrow(Denied);
    await expect(caseView(admin, id)).rejects.toThrow(Denied);
  });
});
