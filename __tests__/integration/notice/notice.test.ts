import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { runningNotices } from '@/lib/notice/board-queries';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { makeNotice } from '@/lib/notice/commands/make-notice';
import { proposeNotice } from '@/lib/notice/commands/propose-notice';
import { discardNotice, publishNotice } from '@/lib/notice/commands/publish-notice';
import { noticeDesk, noticeForStaff, pastNotices, publicNotice } from '@/lib/notice/queries';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { approveFinal, passFirst, publishAll } from '../../builders/review';
import { aPublishedProgramme } from '../../builders/programme';
import { aSubmittedCase, newSeed, someone, type CasePlan } from '../review/a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from '../review/review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

async function anApproved(plan: CasePlan = {}) {
  const enterprise = plan.enterprise ?? (await world.anotherEnterprise());
  const built = await aSubmittedCase(world, { ...plan, enterprise });
  await passFirst(world.people.first1, built.id);
  await approveFinal(world.people.final1, built.id);
  return { ...built, enterprise };
}

const statusOf = async (id: string) => (await world.db.application.findUniqueOrThrow({ where: { id } })).status;
const office = () => ({ notice: world.people.notice, final: world.people.final1 });
const noticeRow = (id: string) => world.db.publicNotice.findUniqueOrThrow({ where: { id } });
/** A list that is ready to be confirmed. */
const madeOf = async (...ids: string[]) => {
  const made = await makeNotice(world.people.notice, { applicationIds: ids });
  if (made.ok) await proposeNotice(world.people.notice, { noticeId: made.value.id });
  return made.ok ? made.value.id : '';
};
/** The last instant of a day in China, and the first of the next. */
const lastMoment = (day: string) => new Date(`${day}T23:59:59.999+08:00`);
const dayAfter = (day: string) => new Date(lastMoment(day).getTime() + 1);

describe('a list for the public', () => {
  it('holds masked names in its very rows, and nobody to whom the cap left nothing', async () => {
    const enterprise = await world.anotherEnterprise();
    const { programmeId } = world.programme;
    await world.db.enterpriseYear.create({
      data: { enterpriseId: enterprise.id, programmeId, year: 2026, capFen: 500_000_00, grantedFen: 340_000_00 },
    });
    const talents = [
      { category: 'A', name: 'Jean Dupont', seed: newSeed(), nationality: '法国' } as const,
      { category: 'B', name: '欧阳文静', seed: newSeed() } as const,
      { category: 'C', name: '王䶮', seed: newSeed() } as const,
      someone('D', '张明远'),
    ];
    const { id, talentIds } = await anApproved({ enterprise, talents });
    const noticeId = await madeOf(id);
    const entries = await world.db.noticeEntry.findMany({ where: { noticeId }, orderBy: { position: 'asc' } });
    expect(entries.map(({ shownName, amountFen }) => [shownName, Number(amountFen)])).toEqual([
      ['J***', 100_000_00],
      ['欧阳**', 50_000_00],
      ['王*', 10_000_00],
    ]);
    expect(entries.map(({ talentId }) => talentId)).not.toContain(talentIds[3]);
    expect(JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).not.toMatch(
      /文静|䶮|Dupont|明远/,
    );
  });

  it('takes cases of one programme and year only, approved and on no other list', async () => {
    const one = await anApproved();
    const otherConfig = { ...talentRecruitment, code: 'second-programme' };
    const other = await aPublishedProgramme(world.db, { config: otherConfig });
    const built = await aSubmittedCase({ ...world, programme: other }, { enterprise: one.enterprise });
    await passFirst(world.people.first1, built.id);
    await approveFinal(world.people.final1, built.id);
    const mixed = await makeNotice(world.people.notice, { applicationIds: [one.id, built.id] });
    expect(mixed).toEqual({ ok: false, refusal: { code: 'mixed-programmes' } });
    const waiting = await aSubmittedCase(world);
    const early = await makeNotice(world.people.notice, { applicationIds: [waiting.id] });
    expect(early).toEqual({ ok: false, refusal: { code: 'nothing-to-publish' } });
    await expect(makeNotice(world.people.first1, { applicationIds: [one.id] })).rejects.toThrow(Denied);
  });

  it('made by two at once holds a case once', async () => {
    const { id } = await anApproved();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => makeNotice(world.people.notice, { applicationIds: [id] })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.db.noticeEntry.count({ where: { applicationId: id } })).toBe(2);
  });

  it('is thrown away whole, and its cases can stand on another', async () => {
    const { id } = await anApproved();
    const noticeId = await madeOf(id);
    expect(
      (await noticeDesk(world.people.notice)).groups.flatMap(({ cases }) => cases.map((one) => one.id)),
    ).not.toContain(id);
    await discardNotice(world.people.notice, { noticeId });
    expect(await world.db.noticeEntry.count({ where: { noticeId } })).toBe(0);
    expect((await noticeDesk(world.people.notice)).groups.flatMap(({ cases }) => cases.map((one) => one.id))).toContain(
      id,
    );
  });

  it('published and thrown away in the same instant is one or the other, never a list without lines', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await anApproved({ talents: [someone('D')] });
      const noticeId = await madeOf(id);
      await Promise.all([
        publishNotice(world.people.final1, { noticeId }),
        discardNotice(world.people.notice, { noticeId }),
      ]);
      const notice = await world.db.publicNotice.findUnique({ where: { id: noticeId }, include: { entries: true } });
      expect(notice ? [notice.status, notice.entries.length] : null).toEqual(notice ? ['PUBLISHED', 1] : null);
      expect(await statusOf(id)).toBe(notice ? 'IN_NOTICE' : 'APPROVED');
    }
  });
});

describe('publishing', () => {
  it('opens the period of the programme and moves every case', async () => {
    const [one, two] = [await anApproved(), await anApproved()];
    const noticeId = await publishAll(office(), [one.id, two.id]);
    expect(await noticeRow(noticeId)).toMatchObject({
      status: 'PUBLISHED',
      startsOn: '2026-11-23',
      endsOn: '2026-11-30',
      estimated: false,
      publishedById: world.people.final1.actor.id,
    });
    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['IN_NOTICE', 'IN_NOTICE']);
  });

  it('numbers the batches of a programme and year without a gap, whatever was thrown away between', async () => {
    const titleOf = async (id: string) => (await noticeRow(id)).title;
    const batch = async (id: string) => Number(/第 (\d+) 批/.exec(await titleOf(id))?.[1]);
    const before = await batch(await publishAll(office(), [(await anApproved()).id]));
    await discardNotice(world.people.notice, { noticeId: await madeOf((await anApproved()).id) });
    expect(await batch(await publishAll(office(), [(await anApproved()).id]))).toBe(before + 1);
  });

  it('stops whole when one of its cases is held or has moved on', async () => {
    const [one, two] = [await anApproved(), await anApproved()];
    const noticeId = await madeOf(one.id, two.id);
    await world.db.application.update({ where: { id: two.id }, data: { holdSince: MONDAY, holdReason: '涉嫌重复' } });
    expect(await publishNotice(world.people.final1, { noticeId })).toEqual({
      ok: false,
      refusal: { code: 'held', reason: `${two.number} 涉嫌重复` },
    });
    await world.db.application.update({
      where: { id: two.id },
      data: { holdSince: null, holdReason: null, status: 'AWAITING_FINAL' },
    });
    expect(await publishNotice(world.people.final1, { noticeId })).toEqual({
      ok: false,
      refusal: { code: 'case-moved-on', number: two.number },
    });
    expect([await statusOf(one.id), (await noticeRow(noticeId)).status]).toEqual(['APPROVED', 'DRAFT']);
  });

  it('twenty times at once publishes once', async () => {
    const { id } = await anApproved();
    const noticeId = await madeOf(id);
    const twenty = Array.from({ length: 20 }, () => publishNotice(world.people.final1, { noticeId }));
    expect((await Promise.all(twenty)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'application.publish' } })).toBe(1);
  });
});

describe('the end of a notice', () => {
  it('comes at 24:00 in China of its last working day, by the clock, and clears its cases', async () => {
    const { id } = await anApproved();
    const noticeId = await publishAll(office(), [id]);
    await endNotices(world.clock(lastMoment('2026-11-30')));
    expect([await statusOf(id), (await noticeRow(noticeId)).status]).toEqual(['IN_NOTICE', 'PUBLISHED']);
    await endNotices(world.clock(dayAfter('2026-11-30')));
    expect([await statusOf(id), (await noticeRow(noticeId)).status]).toEqual(['CLEARED', 'ENDED']);
    await endNotices(world.clock(dayAfter('2026-11-30')));
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'application.clear' } })).toBe(1);
  });

  it('leaves a held case waiting until its hold is lifted, while the others go on', async () => {
    const [held, free] = [await anApproved(), await anApproved()];
    await publishAll(office(), [held.id, free.id]);
    await world.db.application.update({ where: { id: held.id }, data: { holdSince: MONDAY, holdReason: '异议核查' } });
    await endNotices(world.clock(dayAfter('2026-11-30')));
    expect([await statusOf(held.id), await statusOf(free.id)]).toEqual(['IN_NOTICE', 'CLEARED']);
    await world.db.application.update({ where: { id: held.id }, data: { holdSince: null } });
    await endNotices(world.clock(dayAfter('2026-12-01')));
    expect(await statusOf(held.id)).toBe('CLEARED');
  });

  it('skips a holiday week: what is published before it runs through it', async () => {
    const then = new Date('2026-09-29T02:00:00Z');
    const before = { notice: world.at(world.people.notice, then), final: world.at(world.people.final1, then) };
    const noticeId = await publishAll(before, [(await anApproved()).id]);
    // 1 to 7 October are free, the 10th is worked instead.
    expect((await noticeRow(noticeId)).endsOn).toBe('2026-10-12');
  });
});

describe('what the public reads', () => {
  const reading = (now: Date) => ({ db: world.db, now });

  it('is the sheet while the notice runs, without an id, and title and period after it', async () => {
    const { id, talentIds } = await anApproved({ talents: [someone('B', '欧阳文静')] });
    const noticeId = await publishAll(office(), [id]);
    const { number } = await noticeRow(noticeId);
    const running = await publicNotice(reading(lastMoment('2026-11-30')), number);
    expect(running?.sheet).toMatchObject({ lines: [{ shownName: '欧阳**', amountFen: 50_000_00 }], enterprises: 1 });
    expect(running?.period.left).toBe('今天 24:00 截止');
    expect(JSON.stringify(running)).not.toMatch(new RegExp([id, noticeId, ...talentIds].join('|')));
    // The clock of the worker has not come by yet, and still nothing more is shown.
    const over = await publicNotice(reading(dayAfter('2026-11-30')), number);
    expect(over).toMatchObject({ sheet: null, period: { isOver: true, left: '已结束' } });
    expect(JSON.stringify(over)).not.toContain('欧阳');
    expect(await runningNotices(reading(dayAfter('2026-11-30')), 50)).toEqual([]);
    expect((await pastNotices(reading(dayAfter('2026-11-30')), 50)).map(({ title }) => title)).toContain(over?.title);
  });

  it('is nothing of a list that was not published', async () => {
    const noticeId = await madeOf((await anApproved()).id);
    expect(await publicNotice(reading(MONDAY), (await noticeRow(noticeId)).number)).toBeNull();
    expect(await publicNotice(reading(MONDAY), 'GS2026999')).toBeNull();
  });
});

describe('what the makers of notices read', () => {
  it('is a draft as it will hang out: next batch, period if published now', async () => {
    const { id } = await anApproved();
    const noticeId = await madeOf(id);
    const view = await noticeForStaff(world.people.notice, noticeId);
    expect(view).toMatchObject({ status: 'DRAFT', endsOnIfPublished: '2026-11-30', workingDays: 5 });
    await publishNotice(world.people.final1, { noticeId });
    expect((await noticeRow(noticeId)).title).toBe(view?.sheet.title);
  });

  it('is not for people without business with cases', async () => {
    const admin = await world.aStaff('sysadmin', 'SYSTEM_ADMIN');
    await expect(noticeDesk(admin)).rejects.toThrow(Denied);
  });
});
