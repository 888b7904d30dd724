import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { carryOverFor } from '@/lib/application/carry-over-queries';
import { carryOver } from '@/lib/application/commands/carry-over';
import { startApplication } from '@/lib/application/commands/start-application';
import { draftForEdit } from '@/lib/application/queries';
import { obstaclesOf } from '@/lib/application/rules/obstacles';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { aDraft, aSubmitted } from '../../builders/application';
import { done } from '../../builders/disbursement';
import { newId } from '@/lib/db/ids';
import { applicationWorld, type ApplicationWorld } from './application-world';

const LAST_YEAR = new Date('2025-12-10T02:00:00Z');
// On board late enough to qualify a year later.
const appliedOn = shanghaiDay('2026-08-20');

let world: ApplicationWorld;
beforeAll(async () => {
  world = await applicationWorld();
  const { programmeId } = world.programme;
  const year = { id: newId(), programmeId, year: 2025, opensOn: '2025-03-01', closesOn: '2025-12-20' };
  await world.db.programmeYear.create({ data: { ...year, budgetFen: 1_000_000_00 } });
});
afterAll(() => world.drop());

const begin = async (who = world.clerk) =>
  done(
    'start',
    await startApplication(who, {
      programme: talentRecruitment.code,
      instructions: talentRecruitment.instructions.version,
      accepted: 'yes',
    }),
  );

describe('taking over from earlier applications', () => {
  it('offers people once, says who does not qualify, and makes a whole draft of those who do', async () => {
    const last = world.clerkAt(LAST_YEAR);
    const ten = Array.from({ length: 10 }, (_, index) => ({
      ...{ category: 'CD'[index % 2] as 'C' | 'D', name: '王㛃', seed: 400 + index, appliedOn },
    }));
    const tooOld = { category: 'D' as const, name: '张明远', seed: 450 };
    const before = await aDraft(last, { talents: [...ten, tooOld], shared: new Map() });
    const { applicationId, carries } = await begin();
    expect(carries).toBe(true);

    const offered = await carryOverFor(world.clerk, applicationId);
    const person = offered?.people[0]?.talentId ?? '';
    const clear = await world.db.sealedValue.count({ where: { rowId: person } });
    expect(clear).toBe(2);
    expect(offered?.people.map(({ against }) => against === null)).toEqual([...Array(10).fill(true), false]);
    expect(offered?.people.at(-1)?.against).toContain('18 个月');
    expect(
      offered?.people[0]?.papers.find(({ requirementId }) => requirementId === 'insuranceRecord')?.stale,
    ).toContain('30 天');
    expect(offered?.papers.map(({ requirementId, stale }) => [requirementId, stale === null])).toEqual([
      ['businessLicence', true],
      ['commitmentLetter', false],
    ]);
    expect(offered?.answers.length).toBeGreaterThan(3);

    const talentIds = offered?.people.slice(0, 10).map(({ talentId }) => talentId) ?? [];
    const input = { applicationId, talentIds, answers: 'yes', papers: 'yes' } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => carryOver(world.clerk, input)));
    const taken = answers.filter((answer) => answer.ok);
    expect(taken).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.refusal.code)).toEqual(
      Array(4).fill('nothing-to-carry'),
    );

    const { draft, config } = await draftForEdit(world.clerk, applicationId);
    expect(draft.talents).toHaveLength(10);
    const missing = obstaclesOf(draft, config, { today: shanghaiDayOf(world.clerk.now) });
    expect(missing.map(({ part }) => part.split(':').slice(0, 2).join(':'))).toEqual([
      'attachment:commitmentLetter',
      ...Array(10).fill('attachment:insuranceRecord'),
    ]);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(Number(row.expectedFen)).toBe(150_000_00);
    // The earlier case stands as it was.
    expect(await world.db.talent.count({ where: { applicationId: before.applicationId } })).toBe(11);
  });

  it('seals the ID number anew, under the new row', async () => {
    const { applicationId } = await begin();
    const { draft } = await draftForEdit(world.clerk, applicationId);
    expect(draft.talents.every(({ sealed }) => sealed.idNumber?.ok === true && sealed.mobile?.ok === true)).toBe(true);
    const rows = await world.db.sealedValue.findMany({ where: { columnName: 'idNumber' } });
    expect(new Set(rows.map(({ envelope }) => String(envelope))).size).toBe(rows.length);
  });

  it('does not offer whoever was granted before, nor anybody of another enterprise', async () => {
    await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
    const { applicationId: earlier } = await aSubmitted(world.clerk, {
      talents: [{ category: 'D', name: '周喆', seed: 470, appliedOn }],
    });
    const talent = await world.db.talent.findFirstOrThrow({ where: { applicationId: earlier } });
    const sealed = await world.db.sealedValue.findFirstOrThrow({
      where: { tableName: 'talent', rowId: talent.id, columnName: 'idNumber' },
    });
    const clear = world.vault.open({ table: 'talent', column: 'idNumber', rowId: talent.id }, sealed.envelope);
    const grant = { programmeId: world.programme.programmeId, applicationId: newId(), talentId: talent.id };
    const person = world.vault.blind('person', `${talent.idType}:${clear}`);
    await world.db.grantedPerson.create({ data: { ...grant, person, at: new Date() } });
    const { applicationId } = await begin();
    const offered = await carryOverFor(world.clerk, applicationId);
    expect(offered?.people.map(({ name, against }) => [name, against])).toEqual([['周喆', '已享受过本项补贴']]);

    const strange = await begin(world.stranger);
    expect(strange.carries).toBe(false);
    expect((await carryOverFor(world.stranger, strange.applicationId))?.people).toEqual([]);
    await expect(carryOverFor(world.stranger, applicationId)).rejects.toThrow(Denied);
    const stolen = { applicationId: strange.applicationId, talentIds: [talent.id], papers: 'yes' as const };
    expect(await carryOver(world.stranger, stolen)).toMatchObject({ refusal: { code: 'nothing-to-carry' } });
  });
});
