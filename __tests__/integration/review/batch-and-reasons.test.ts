import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { claim } from '@/lib/review/commands/claim';
import { proposeRejection } from '@/lib/review/commands/decide-first';
import { addReason, changeReason, moveReasonUp, restoreReason, retireReason } from '@/lib/review/commands/keep-reason';
import { addComment, decideTalent } from '@/lib/review/commands/note';
import { openInBatch, passClean } from '@/lib/review/commands/pass-clean';
import { caseView } from '@/lib/review/queries';
import { reviewQueue } from '@/lib/review/queue-queries';
import { reasonLibrary } from '@/lib/review/reason-queries';
import { takeAndLook } from '../../builders/review';
import { aSubmittedCase, someone } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const row = (id: string) => world.db.application.findUniqueOrThrow({ where: { id } });

describe('批量通过', () => {
  it('passes each clear case by itself, after its preview was opened and not before', async () => {
    const { first1, first2 } = world.people;
    const cases = [await aSubmittedCase(world), await aSubmittedCase(world), await aSubmittedCase(world)];
    const [one, two, three] = cases.map(({ id }) => id);
    const input = (id: string | undefined) => ({ applicationId: id ?? '' });
    expect(await passClean(first1, input(one))).toMatchObject({ ok: false, refusal: { code: 'not-your-claim' } });
    await claim(first1, input(one));
    expect(await passClean(first1, input(one))).toMatchObject({ refusal: { code: 'parts-not-looked-at' } });
    const preview = await openInBatch(first1, input(one));
    expect(preview).toMatchObject({ ok: true, value: { talents: [{ name: '李慕白' }, { name: '张明远' }] } });
    await openInBatch(first1, input(two));
    await claim(first2, input(three));
    expect(await openInBatch(first1, input(three))).toMatchObject({ refusal: { code: 'claimed-by-other' } });
    expect(await passClean(first1, input(one))).toMatchObject({ ok: true });
    expect(await passClean(first1, input(two))).toMatchObject({ ok: true });
    expect(await row(one ?? '')).toMatchObject({ status: 'AWAITING_FINAL', firstReviewerId: first1.actor.id });
    expect((await row(three ?? '')).claimedById).toBe(first2.actor.id);
    const decided = await world.db.talentDecision.findMany({ where: { applicationId: one ?? '' } });
    expect(decided.map(({ supported }) => supported)).toEqual([true, true]);
  });

  it('refuses what is not clear and leaves it in the queue', async () => {
    const { first1 } = world.people;
    const plain = await aSubmittedCase(world);
    await claim(first1, { applicationId: plain.id });
    await addComment(first1, { applicationId: plain.id, target: 'whole', text: '请补充说明。' });
    expect(await openInBatch(first1, { applicationId: plain.id })).toMatchObject({
      refusal: { code: 'not-clean', causes: ['有写好而未发出的意见'] },
    });
    const held = await aSubmittedCase(world, { more: { holdSince: first1.now, holdReason: '核查' } });
    expect(await openInBatch(first1, { applicationId: held.id })).toMatchObject({ refusal: { code: 'not-clean' } });
    expect((await row(held.id)).claimedById).toBeNull();
    const { rows } = await reviewQueue(first1, { stage: 'FIRST', view: 'todo' });
    expect(rows.find(({ id }) => id === held.id)?.isClean).toBe(false);
    const refused = await aSubmittedCase(world, { talents: [someone('B')] });
    await openInBatch(first1, { applicationId: refused.id });
    const reason = '材料不足。';
    await decideTalent(first1, {
      applicationId: refused.id,
      talentId: refused.talentIds[0] ?? '',
      supported: false,
      reason,
    });
    expect(await passClean(first1, { applicationId: refused.id })).toMatchObject({
      refusal: { code: 'not-clean', causes: ['有人员已定为不予支持'] },
    });
    expect((await row(refused.id)).status).toBe('FIRST_REVIEW');
  });

  it('is for the first stage only', async () => {
    const { id } = await aSubmittedCase(world);
    await openInBatch(world.people.first1, { applicationId: id });
    await passClean(world.people.first1, { applicationId: id });
    expect(await openInBatch(world.people.final1, { applicationId: id })).toMatchObject({ ok: false });
    expect((await row(id)).status).toBe('AWAITING_FINAL');
  });
});

describe('理由库', () => {
  const written = {
    programmeId: null,
    purpose: 'REFUSE' as const,
    text: '劳动合同主体不是申报单位',
    clause: '实施细则第六条',
  };

  it('is kept by an administrator, and offered to reviewers of its programme while it is in use', async () => {
    const admin = await world.aStaff('admin', 'SYSTEM_ADMIN');
    expect(() => addReason(world.people.first1, written)).toThrow(Denied);
    const added = await addReason(admin, written);
    await addReason(admin, {
      ...written,
      purpose: 'RETURN',
      programmeId: world.programme.programmeId,
      text: '合同缺少盖章页',
    });
    const reasonId = added.ok ? added.value.id : '';
    const { id } = await aSubmittedCase(world);
    const offered = async () => (await caseView(world.people.first1, id))?.library.map(({ text }) => text);
    expect(await offered()).toEqual(expect.arrayContaining([written.text, '合同缺少盖章页']));
    await takeAndLook(world.people.first1, id);
    const reason = '劳动合同主体不是申报单位（实施细则第六条）。';
    await proposeRejection(world.people.first1, { applicationId: id, reason, reasonIds: [reasonId] });
    const change = { ...written, reasonId, text: '劳动合同的用人单位不是申报单位' };
    expect(await changeReason(admin, { ...change, version: 0 })).toMatchObject({ ok: true });
    expect(await changeReason(admin, { ...change, version: 0 })).toMatchObject({
      refusal: { code: 'somebody-was-faster' },
    });
    expect(await retireReason(admin, { reasonId })).toMatchObject({ ok: true });
    expect(await retireReason(admin, { reasonId })).toMatchObject({ refusal: { code: 'wrong-state' } });
    expect(await offered()).toEqual(['合同缺少盖章页']);
    // What was written with it stands as it was written.
    expect((await row(id)).decisionReason).toBe(reason);
    expect(await world.db.reasonUse.findFirst({ where: { reasonId } })).toMatchObject({ text: written.text });
    const line = (await reasonLibrary(admin)).lines.find((one) => one.id === reasonId);
    expect(line).toMatchObject({ uses: 1, text: change.text, retiredAt: admin.now });
    const log = await world.db.auditEntry.findMany({ where: { subjectId: reasonId }, orderBy: { sequence: 'asc' } });
    expect(log.map(({ word }) => word)).toEqual(['新增理由', '修改理由', '停用理由']);
    expect(log[1]?.detail).toMatchObject({ before: { text: written.text }, after: { text: change.text } });
    expect(await restoreReason(admin, { reasonId })).toMatchObject({ ok: true });
  });

  it('stands in the order that the administrator gave it', async () => {
    const admin = await world.aStaff('admin2', 'SYSTEM_ADMIN');
    const second = await addReason(admin, { ...written, text: '个人所得税申报单位不一致' });
    await moveReasonUp(admin, { reasonId: second.ok ? second.value.id : '' });
    const refuse = (await reasonLibrary(admin)).lines.filter(({ purpose }) => purpose === 'REFUSE');
    expect(refuse.map(({ text }) => text)).toEqual(['个人所得税申报单位不一致', '劳动合同的用人单位不是申报单位']);
  });
});
