import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import { PUBLIC } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { publicStatistics, staffStatistics } from '@/lib/statistics/queries';
import { aDraft, aSubmitted } from '../../builders/application';
import type { TalentOptions } from '../../builders/answers';
import { approveFinal, passFirst, returnWith } from '../../builders/review';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';

let world: ApplicationWorld;
let first: Context<StaffActor>;
let final: Context<StaffActor>;
beforeAll(async () => {
  world = await applicationWorld();
  first = world.as(await world.reviewer(['FIRST_REVIEWER']));
  final = world.as(await world.reviewer(['FINAL_REVIEWER']));
});
afterAll(() => world.drop());

// The same drawn page serves wherever a paper is asked for: what is counted here are cases.
const shared = new Map<string, string>();
let seed = 300;
const one = (category: TalentOptions['category']): TalentOptions => ({ category, name: '陈思远', seed: (seed += 1) });

describe('the figures of a programme year', () => {
  it('count what came to each stage, what came back and why, and the money by category and size', async () => {
    for (const categories of ['BD', 'D'] as const) {
      const talents = [...categories].map((category) => one(category as 'B' | 'D'));
      const { applicationId } = await aSubmitted(world.clerk, { talents, shared });
      await passFirst(first, applicationId);
      await approveFinal(final, applicationId);
    }
    const returned = await aSubmitted(world.clerk, { talents: [one('C')], shared });
    const [talent = ''] = returned.talentIds;
    const comments = [
      { target: `talent:${talent}:contractTo`, text: '与合同不一致。' },
      { target: `attachment:labourContract:${talent}`, text: '缺页。' },
    ];
    await returnWith(first, returned.applicationId, comments);
    const other = await aSubmitted(world.stranger, { talents: [one('C')], shared });
    await returnWith(first, other.applicationId, [
      { target: `attachment:labourContract:${other.talentIds[0]}`, text: '缺页。' },
    ]);
    await aDraft(world.clerk, { withoutPapers: true });

    const { figures, choices } = await staffStatistics(first, {});
    expect(choices).toEqual([
      { code: 'talent-recruitment', name: '高层次和紧缺人才招聘补贴', year: 2026, isOpen: true },
    ]);
    expect(figures?.funnel.map(({ key, cases }) => [key, cases])).toEqual([
      ['begun', 5],
      ['submitted', 4],
      ['passed', 2],
      ['approved', 2],
      ['noticed', 0],
      ['disbursing', 0],
      ['paid', 0],
    ]);
    expect(figures?.rightFirst).toEqual({ right: 2, all: 4 });
    expect(figures?.money.approvedFen).toBe(70_000_00);
    expect(figures?.byCategory).toEqual([
      { label: '博士', people: 1, cases: 1, fen: 50_000_00 },
      { label: '紧缺岗位', people: 2, cases: 2, fen: 20_000_00 },
    ]);
    expect(figures?.bySize.reduce((sum, { fen }) => sum + fen, 0)).toBe(figures?.money.approvedFen);
    expect(figures?.returned).toEqual([
      { label: '劳动合同', count: 2 },
      { label: '合同结束日期', count: 1 },
    ]);
  });

  it('show the public no group of fewer than five cases, and no reasons', async () => {
    const { figures } = await publicStatistics(world.as(PUBLIC), {});
    expect(figures?.byCategory).toEqual([{ label: '其他', people: 3, cases: 3, fen: 70_000_00 }]);
    expect(figures?.returned).toEqual([]);
  });

  it('are for the office; a year that nobody opened is not there', async () => {
    await expect(staffStatistics(world.clerk as never, {})).rejects.toThrow(Denied);
    expect((await publicStatistics(world.as(PUBLIC), { code: 'talent-recruitment', year: 2031 })).figures).toBeNull();
  });
});
