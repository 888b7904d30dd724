import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { publicNotice } from '@/lib/notice/queries';
import { noticeSnapshots } from '@/lib/notice/snapshot-queries';
import { dismissObjection, upholdObjection } from '@/lib/objection/commands/decide-objection';
import { holdObjection } from '@/lib/objection/commands/hold-objection';
import { recordObjection } from '@/lib/objection/commands/record-objection';
import { acceptObjection, notAcceptObjection } from '@/lib/objection/commands/take-objection';
import { done } from '../../builders/disbursement';
import { anObjection, FACTS, OBJECTOR } from '../../builders/objection';
import { dayAfter, MONDAY, objectionWorld, someone, UPHELD, type ObjectionWorld } from './objection-world';

jest.setTimeout(120_000);

let world: ObjectionWorld;
beforeAll(async () => {
  world = await objectionWorld();
});
afterAll(() => world.drop());

const OVER = dayAfter('2026-11-30');
const DISMISSED = { answer: '经核查社保记录，该人员在职，异议不成立。' };
const grantedOf = async (enterpriseId: string) =>
  Number((await world.db.enterpriseYear.findFirstOrThrow({ where: { enterpriseId } })).grantedFen);
const personsOf = (applicationId: string) => world.db.grantedPerson.count({ where: { applicationId } });

describe('an open objection', () => {
  it('holds its own case at the end of the notice until it is decided, and no other', async () => {
    const one = await world.noticed();
    const other = await world.noticed();
    const id = await world.handled({ number: one.notice, place: 1 });
    await endNotices(world.clock(OVER));
    expect([await world.statusOf(one.id), await world.statusOf(other.id)]).toEqual(['IN_NOTICE', 'CLEARED']);
    done('dismiss', await dismissObjection(world.people.final1, { id, ...DISMISSED }));
    await endNotices(world.clock(OVER));
    expect(await world.statusOf(one.id)).toBe('CLEARED');
  });

  it('against the whole list holds every case of it; one that is not accepted holds none', async () => {
    const one = await world.noticed();
    const id = await anObjection(world.visitor(), { number: one.notice, place: 0 });
    await endNotices(world.clock(OVER));
    expect(await world.statusOf(one.id)).toBe('IN_NOTICE');
    done('notAccept', await notAcceptObjection(world.people.notice, { id, answer: '没有具体事实。' }));
    await endNotices(world.clock(OVER));
    expect(await world.statusOf(one.id)).toBe('CLEARED');
  });

  it('puts a hold on case or talent and takes it off with the decision, unless another one holds the same', async () => {
    const one = await world.noticed();
    const [first, second] = [
      await world.handled({ number: one.notice, place: 1 }),
      await world.handled({ number: one.notice, place: 2 }),
    ];
    for (const id of [first, second]) done('hold', await holdObjection(world.people.notice, { id, scope: 'CASE' }));
    const hold = async () => (await world.db.application.findUniqueOrThrow({ where: { id: one.id } })).holdReason;
    expect(await hold()).toBe('公示异议核查中');
    done('dismiss', await dismissObjection(world.people.final1, { id: first, ...DISMISSED }));
    expect(await hold()).toBe('公示异议核查中');
    done('hold', await holdObjection(world.people.notice, { id: second, scope: 'TALENT' }));
    expect(await hold()).toBeNull();
    const talents = await world.db.talent.findMany({ where: { applicationId: one.id }, orderBy: { position: 'asc' } });
    expect(talents.map(({ holdReason }) => holdReason)).toEqual([null, '公示异议核查中']);
  });
});

describe('an upheld objection', () => {
  it('stops that talent only: sheet, sum, room under the cap and person; nobody else is raised', async () => {
    const one = await world.noticed({ talents: [someone('B'), someone('D', '张明远'), someone('C', '周若')] });
    const before = await grantedOf(one.enterprise.id);
    const id = await world.handled({ number: one.notice, place: 1 });
    done('uphold', await upholdObjection(world.people.final1, { id, ...UPHELD }));
    const row = await world.db.application.findUniqueOrThrow({ where: { id: one.id } });
    expect([row.status, Number(row.approvedFen)]).toEqual(['IN_NOTICE', 30_000_00]);
    expect([await grantedOf(one.enterprise.id), await personsOf(one.id)]).toEqual([before - 50_000_00, 2]);
    const sheet = (await publicNotice({ db: world.db, now: MONDAY }, one.notice))?.sheet;
    expect(sheet?.lines.map(({ place, shownName, amountFen }) => [place, shownName, amountFen])).toEqual([
      [1, '', 0],
      [2, '张**', 10_000_00],
      [3, '周*', 20_000_00],
    ]);
    expect([sheet?.totalFen, sheet?.talents]).toEqual([30_000_00, 2]);
    const { lines, broken } = await noticeSnapshots(world.people.notice, one.noticeId);
    expect([lines.map(({ kind }) => kind), broken]).toEqual([['OPENING', 'CHANGED'], null]);
    await endNotices(world.clock(OVER));
    expect(await world.statusOf(one.id)).toBe('CLEARED');
  });

  it('on the last talent refuses the case, and everything is free again', async () => {
    const one = await world.noticed({ talents: [someone('C')] });
    const id = await world.handled({ number: one.notice, place: 1 });
    done('uphold', await upholdObjection(world.people.final1, { id, ...UPHELD }));
    expect(await world.statusOf(one.id)).toBe('REJECTED');
    expect([await grantedOf(one.enterprise.id), await personsOf(one.id)]).toEqual([0, 0]);
  });

  it('after the period, recorded by the office, closes a cleared case with its last talent', async () => {
    const one = await world.noticed({ talents: [someone('D')] });
    await endNotices(world.clock(OVER));
    const late = world.at(world.people.notice, OVER);
    const told = { number: one.notice, place: 1, via: 'LETTER' as const, facts: FACTS, ...OBJECTOR };
    const { id } = done('record', await recordObjection(late, told));
    expect((await world.objection(id)).isLate).toBe(true);
    done('accept', await acceptObjection(late, { id }));
    done('uphold', await upholdObjection(world.at(world.people.final1, OVER), { id, ...UPHELD }));
    expect([await world.statusOf(one.id), await personsOf(one.id)]).toEqual(['CLOSED_UNPAID', 0]);
  });

  it('is decided by somebody other than who handled it, and the enterprise is never told who objected', async () => {
    const one = await world.noticed();
    const both = await world.aStaff('bothsides', 'NOTICE_CLERK', 'FINAL_REVIEWER');
    const id = await anObjection(world.visitor(), { number: one.notice, place: 1 });
    done('accept', await acceptObjection(both, { id }));
    const own = await upholdObjection(both, { id, ...UPHELD });
    expect(own).toEqual({ ok: false, refusal: { code: 'handled-by-you' } });
    const telling = { id, ...UPHELD, reason: `${OBJECTOR.name}反映该人员已离职。` };
    const named = await upholdObjection(world.people.final1, telling);
    expect(named).toEqual({ ok: false, refusal: { code: 'names-objector' } });
    expect((await world.objection(id)).status).toBe('HANDLING');
  });
});

describe('at the same instant', () => {
  it('twenty decisions and the end of the notice leave one decision and a case that stands in one place', async () => {
    const one = await world.noticed();
    const id = await world.handled({ number: one.notice, place: 1 });
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => upholdObjection(world.people.final1, { id, ...UPHELD })),
      ...Array.from({ length: 10 }, () => dismissObjection(world.people.final2, { id, ...DISMISSED })),
      ...Array.from({ length: 3 }, () => endNotices(world.clock(OVER))),
    ]);
    expect(answers.filter((answer) => typeof answer === 'object' && answer.ok)).toHaveLength(1);
    await endNotices(world.clock(OVER));
    const { status } = await world.objection(id);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: one.id } });
    const left = status === 'UPHELD' ? 10_000_00 : 60_000_00;
    expect([row.status, Number(row.approvedFen), await grantedOf(one.enterprise.id)]).toEqual(['CLEARED', left, left]);
    const { broken } = await noticeSnapshots(world.people.notice, one.noticeId);
    expect(broken).toBeNull();
  });
});
