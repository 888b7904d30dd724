import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { disbursementDetail } from '@/lib/disbursement/queries';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { dismissObjection } from '@/lib/objection/commands/decide-objection';
import { holdObjection } from '@/lib/objection/commands/hold-objection';
import { recordObjection } from '@/lib/objection/commands/record-objection';
import { acceptObjection } from '@/lib/objection/commands/take-objection';
import { batchOf, disbursementOf, done } from '../../builders/disbursement';
import { FACTS, OBJECTOR } from '../../builders/objection';
import { dayAfter, objectionWorld, type ObjectionWorld } from './objection-world';

jest.setTimeout(120_000);

let world: ObjectionWorld;
beforeAll(async () => {
  world = await objectionWorld();
});
afterAll(() => world.drop());

it.each(['CASE', 'TALENT'] as const)(
  'an objection that held a %s gives its disbursement back the days that it took, and takes no more',
  async (scope) => {
    const { id: caseId, notice, enterprise } = await world.noticed();
    const opened = dayAfter('2026-11-30');
    const on = (days: number) => new Date(opened.getTime() + days * 86_400_000);
    await endNotices(world.clock(opened));
    const [maker, checker] = [
      await world.aStaff(`maker${scope}`, 'FINANCE_MAKER'),
      await world.aStaff(`checker${scope}`, 'FINANCE_CHECKER'),
    ];
    await batchOf({ maker: world.at(maker, opened), checker: world.at(checker, opened) }, [caseId]);
    const disbursementId = await disbursementOf(maker, caseId);
    const shown = async (days: number) =>
      (await disbursementDetail(world.clerkOf(enterprise, on(days)), disbursementId))?.lapsesAfter;
    const clock = (days: number) => world.clock(new Date(on(days).getTime() + 9 * 3_600_000));
    await remindDisbursements(clock(60));
    expect(await shown(60)).toBe(addDays(shanghaiDayOf(opened), 150));

    const desk = world.at(world.people.notice, on(100));
    const told = { number: notice, place: 1, via: 'LETTER' as const, facts: FACTS, ...OBJECTOR };
    const { id } = done('record', await recordObjection(desk, told));
    done('accept', await acceptObjection(desk, { id }));
    done('hold', await holdObjection(desk, { id, scope }));
    expect(await shown(160)).toBeNull();
    await lapseIdle(clock(160));
    const answer = '经核查社保记录，该人员在职，异议不成立。';
    done('dismiss', await dismissObjection(world.at(world.people.final1, on(160)), { id, answer }));
    expect(await shown(160)).toBe(addDays(shanghaiDayOf(opened), 210));

    const status = async () =>
      (await world.db.disbursement.findUniqueOrThrow({ where: { id: disbursementId } })).status;
    await lapseIdle(clock(210));
    expect(await status()).toBe('AWAITING_PROOF');
    await lapseIdle(clock(211));
    expect(await status()).toBe('LAPSED');
  },
);
