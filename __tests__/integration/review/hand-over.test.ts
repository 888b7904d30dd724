import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bindAddressOf } from '@/lib/access/accounts-store';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { tell } from '@/lib/messaging/commands/tell';
import { askedOf } from '@/lib/review/asked-queries';
import { answerOpinion, askOpinion, withdrawOpinion } from '@/lib/review/commands/ask-opinion';
import { claim, release, renewClaim } from '@/lib/review/commands/claim';
import { claimNext } from '@/lib/review/commands/claim-next';
import { closeOpinions } from '@/lib/review/commands/close-opinions';
import { pass } from '@/lib/review/commands/decide-first';
import { handOver } from '@/lib/review/commands/hand-over';
import { lapseClaims } from '@/lib/review/commands/lapse-claims';
import { decideTalent, lookAt } from '@/lib/review/commands/note';
import { watchCase } from '@/lib/review/commands/watch-case';
import { caseView } from '@/lib/review/queries';
import { nextCase } from '@/lib/review/queue-queries';
import { passFirst, takeAndLook } from '../../builders/review';
import { aSubmittedCase } from './a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const row = (id: string) => world.db.application.findUniqueOrThrow({ where: { id } });
const minutes = (count: number) => new Date(MONDAY.getTime() + count * 60_000);
const idOf = (name: keyof ReviewWorld['people']) => world.people[name].actor.id;
const reason = '本周出差，请接着办理。';
const waitsFor = async (name: 'first1' | 'first2' | 'final1') =>
  (await waitingForStaff(world.people[name])).find(({ key }) => key === 'asked')?.count;

describe('转交', () => {
  it('gives the case with all that was noted to a colleague, who is told by a to-do until the first act', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    const decision = { applicationId: id, talentId: talentIds[0] ?? '', supported: true, reason: null };
    await decideTalent(world.people.first1, decision);
    const given = await handOver(world.people.first1, { applicationId: id, toId: idOf('first2'), reason });
    expect(given).toEqual({ ok: true, value: { name: 'first2' } });
    expect(await row(id)).toMatchObject({ status: 'FIRST_REVIEW', claimedById: idOf('first2') });
    expect((await askedOf(world.people.first2)).given).toMatchObject([{ from: 'first1', reason, applicationId: id }]);
    expect(await waitsFor('first2')).toBe(1);
    const view = await caseView(world.people.first2, id);
    expect(view).toMatchObject({ givenBy: { name: 'first1', reason }, claim: { mine: true } });
    expect(view?.decisions[talentIds[0] ?? '']).toMatchObject({ supported: true });
    expect(view?.timeline.at(-1)).toMatchObject({ word: '转交', note: `转交first2：${reason}` });
    expect(await decideTalent(world.people.first1, decision)).toMatchObject({ refusal: { code: 'not-your-claim' } });
    await lookAt(world.people.first2, { applicationId: id, parts: [...(view?.parts ?? [])] });
    expect(await waitsFor('first2')).toBe(0);
    await release(world.people.first2, { applicationId: id });
    expect((await row(id)).reservedForId).toBeNull();
  });

  it('tells the colleague by SMS and mail, where an address is bound', async () => {
    const { id } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    const toId = idOf('first2');
    await bindAddressOf(world.clock(MONDAY), { kind: 'staff', id: toId }, 'mobile', '13800000009');
    await handOver(world.people.first1, { applicationId: id, toId, reason });
    await askOpinion(world.people.first2, { applicationId: id, ofId: idOf('both'), question: '学历是否认可？' });
    const { id: auditId } = await world.db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: 'review.handOver' },
    });
    const told = { kind: 'case-handed-over', subjectKind: 'caseForColleague', subjectId: id, auditId };
    await tell(world.clock(MONDAY), told, 'http://portal');
    await tell(world.clock(MONDAY), told, 'http://portal');
    const messages = await world.db.message.findMany({ where: { kind: 'case-handed-over' } });
    expect(messages).toEqual([expect.objectContaining({ channel: 'SMS', enterpriseId: null })]);
  });

  it('stays kept for the colleague who is late, and is nobody’s once passed', async () => {
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    await handOver(world.people.first1, { applicationId: id, toId: idOf('both'), reason });
    await lapseClaims(world.clock(minutes(31)));
    expect(await row(id)).toMatchObject({ status: 'SUBMITTED', reservedForId: idOf('both') });
    expect(await nextCase(world.people.both, 'FIRST')).toBe(id);
    expect(await claim(world.people.first1, { applicationId: id })).toMatchObject({
      refusal: { code: 'kept-for-other' },
    });
    await passFirst(world.people.both, id);
    expect(await row(id)).toMatchObject({ status: 'AWAITING_FINAL', reservedForId: null });
  });

  it('reaches nobody of another stage, nobody disabled, and at the final stage nobody who decided at the first', async () => {
    const { id } = await aSubmittedCase(world);
    const gone = await world.aStaff('gone', 'FINAL_REVIEWER');
    await world.db.staffUser.update({ where: { id: gone.actor.id }, data: { status: 'DISABLED' } });
    await passFirst(world.people.both, id);
    await claim(world.people.final1, { applicationId: id });
    for (const toId of [idOf('first1'), gone.actor.id, idOf('both'), idOf('final1')]) {
      const answer = await handOver(world.people.final1, { applicationId: id, toId, reason });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'colleague-cannot' } });
    }
    expect(await row(id)).toMatchObject({ claimedById: idOf('final1') });
  });

  it('and a decision in the same moment: one of the two holds, whichever it is', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, talentIds } = await aSubmittedCase(world);
      await takeAndLook(world.people.first1, id);
      for (const talentId of talentIds) {
        await decideTalent(world.people.first1, { applicationId: id, talentId, supported: true, reason: null });
      }
      const [given, passed] = await Promise.all([
        handOver(world.people.first1, { applicationId: id, toId: idOf('first2'), reason }),
        pass(world.people.first1, { applicationId: id }),
      ]);
      expect([given.ok, passed.ok].filter(Boolean)).toHaveLength(1);
      const after = await row(id);
      expect([after.status, after.claimedById]).toEqual(
        passed.ok ? ['AWAITING_FINAL', null] : ['FIRST_REVIEW', idOf('first2')],
      );
      expect(await world.db.review.count({ where: { applicationId: id, endedAt: null } })).toBe(passed.ok ? 0 : 1);
      if (given.ok) await release(world.people.first2, { applicationId: id });
      await world.db.application.update({ where: { id }, data: { holdSince: MONDAY } });
    }
  });

  it('goes back to the queue when the colleague leaves', async () => {
    const leaver = await world.aStaff('leaver', 'FIRST_REVIEWER');
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    await handOver(world.people.first1, { applicationId: id, toId: leaver.actor.id, reason });
    await askOpinion(leaver, { applicationId: id, ofId: idOf('first1'), question: '合同起止日期怎样认定？' });
    await world.db.staffUser.update({ where: { id: leaver.actor.id }, data: { status: 'DISABLED' } });
    await lapseClaims(world.clock(minutes(1)));
    expect(await claim(world.people.first2, { applicationId: id })).toMatchObject({ ok: true });
    await world.db.application.update({ where: { id }, data: { holdSince: MONDAY } });
  });
});

describe('加签', () => {
  it('is answered by whoever was asked, without a claim, and decides nothing', async () => {
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    const question = '成果材料能否认定为代表作？';
    const asked = await askOpinion(world.people.first1, { applicationId: id, ofId: idOf('final1'), question });
    expect(await askOpinion(world.people.first1, { applicationId: id, ofId: idOf('final1'), question })).toMatchObject({
      refusal: { code: 'already-asked', name: 'final1' },
    });
    expect((await askedOf(world.people.final1)).forMe).toMatchObject([{ by: 'first1', question }]);
    expect(await waitsFor('final1')).toBe(1);
    const opinionId = asked.ok ? asked.value.id : '';
    const reply = { opinionId, verdict: 'DISAGREE' as const, answer: '须补充署名页。' };
    expect(await answerOpinion(world.people.final2, reply)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await answerOpinion(world.people.final1, reply)).toEqual({ ok: true, value: undefined });
    expect(await answerOpinion(world.people.final1, reply)).toMatchObject({ refusal: { code: 'opinion-over' } });
    const view = await caseView(world.people.first1, id);
    expect(view?.opinions).toMatchObject([{ of: 'final1', verdict: 'DISAGREE', answer: '须补充署名页。' }]);
    expect(view?.timeline.slice(-2).map(({ word }) => word)).toEqual(['加签', '答复加签']);
    expect(view?.decisions).toEqual({});
    expect((await askedOf(world.people.first1)).answers).toHaveLength(1);
    await release(world.people.first1, { applicationId: id });
    // Whoever gave an opinion may still be final for the case.
    await passFirst(world.people.first2, id);
    expect(await claim(world.people.final1, { applicationId: id })).toMatchObject({ ok: true });
  });

  it('keeps nobody from deciding; what is then open is closed by the clock', async () => {
    const { id, talentIds } = await aSubmittedCase(world);
    await takeAndLook(world.people.first1, id);
    await askOpinion(world.people.first1, { applicationId: id, ofId: idOf('first2'), question: '金额是否无误？' });
    for (const talentId of talentIds) {
      await decideTalent(world.people.first1, { applicationId: id, talentId, supported: true, reason: null });
    }
    expect(await pass(world.people.first1, { applicationId: id })).toMatchObject({ ok: true });
    const [open] = (await askedOf(world.people.first2)).forMe;
    const late = { opinionId: open?.id ?? '', verdict: 'AGREE' as const, answer: '' };
    expect(await answerOpinion(world.people.first2, late)).toMatchObject({ refusal: { code: 'opinion-over' } });
    expect(await closeOpinions(world.clock(minutes(2)))).toBeGreaterThan(0);
    expect((await askedOf(world.people.first2)).forMe).toEqual([]);
  });

  it('is withdrawn by whoever asked, and closed when the colleague leaves', async () => {
    const quitter = await world.aStaff('quitter', 'FIRST_REVIEWER');
    const { id } = await aSubmittedCase(world);
    await claim(world.people.first1, { applicationId: id });
    const ask = (ofId: string) =>
      askOpinion(world.people.first1, { applicationId: id, ofId, question: '请看一下学历材料。' });
    const asked = await ask(idOf('first2'));
    const input = { opinionId: asked.ok ? asked.value.id : '' };
    expect(await withdrawOpinion(world.people.final1, input)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await withdrawOpinion(world.people.first1, input)).toMatchObject({ ok: true });
    await ask(quitter.actor.id);
    await world.db.staffUser.update({ where: { id: quitter.actor.id }, data: { status: 'DISABLED' } });
    expect(await ask(quitter.actor.id)).toMatchObject({ refusal: { code: 'colleague-cannot' } });
    await closeOpinions(world.clock(minutes(2)));
    const { opinions = [] } = (await caseView(world.people.first1, id)) ?? {};
    expect(opinions.map(({ status }) => status)).toEqual(['WITHDRAWN', 'CLOSED']);
  });
});

describe('who has a case', () => {
  it('is told to a page that stays open, which renews nothing; the mark changes with hands and answers', async () => {
    const { id } = await aSubmittedCase(world);
    const watch = async () => {
      const answer = await watchCase(world.at(world.people.first2, minutes(12)), { applicationId: id });
      if (!answer.ok) throw new Error('watching was refused');
      return answer.value;
    };
    const free = await watch();
    expect(free.holder).toBeNull();
    await claim(world.people.first1, { applicationId: id });
    const held = await watch();
    expect(held.holder).toEqual({ mine: false, name: 'first1', since: MONDAY, until: minutes(30) });
    expect(held.stamp).not.toBe(free.stamp);
    // Two pages of the same person: both renew, neither takes it from the other.
    for (const at of [5, 6]) {
      const own = world.at(world.people.first1, minutes(at));
      expect(await renewClaim(own, { applicationId: id })).toMatchObject({ ok: true });
      expect(await claim(own, { applicationId: id })).toMatchObject({ ok: true });
    }
    const renewed = await watch();
    expect(renewed).toMatchObject({ holder: { until: minutes(36) }, stamp: held.stamp });
    await askOpinion(world.people.first1, { applicationId: id, ofId: idOf('first2'), question: '请看一下。' });
    expect((await watch()).stamp).not.toBe(held.stamp);
  });

  it('differs for each of two people who take the next case at the same moment, twenty times over', async () => {
    for (let round = 0; round < 40; round += 1) await aSubmittedCase(world);
    const seen = new Set<string>();
    const two = await Promise.all(['a', 'b'].map((name) => world.aStaff(`racer-${name}`, 'FIRST_REVIEWER')));
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(two.map((ctx) => claimNext(ctx, { stage: 'FIRST' })));
      const ids = answers.flatMap((answer) => (answer.ok ? [answer.value.applicationId] : []));
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
        await world.db.application.update({ where: { id }, data: { holdSince: MONDAY } });
      }
    }
  });
});

describe('the database itself', () => {
  it('lets nobody be final who decided any version at the first stage, whatever writes the row', async () => {
    const { id } = await aSubmittedCase(world);
    await passFirst(world.people.both, id);
    // As after a return, where the case no longer says who was first.
    await world.db.application.update({ where: { id }, data: { firstReviewerId: null } });
    const claimed = { claimedById: idOf('both'), claimedAt: MONDAY, claimSeenAt: MONDAY };
    const asFinal = { status: 'FINAL_REVIEW' as const, ...claimed };
    await expect(world.db.application.update({ where: { id }, data: asFinal })).rejects.toThrow(/never final/);
    const decided = { status: 'REJECTED' as const, finalReviewerId: idOf('both') };
    await expect(world.db.application.update({ where: { id }, data: decided })).rejects.toThrow(/never final/);
    const other = { ...asFinal, claimedById: idOf('final1') };
    await expect(world.db.application.update({ where: { id }, data: other })).resolves.toMatchObject({ id });
    const given = { claimedById: idOf('both') };
    await expect(world.db.application.update({ where: { id }, data: given })).rejects.toThrow(/never final/);
  });
});
