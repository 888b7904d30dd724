import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { adoptVersion } from '@/lib/application/commands/adopt-version';
import { draftForEdit } from '@/lib/application/queries';
import { offerFor } from '@/lib/application/version-queries';
import { configFile, programmeLines, versionDetail } from '@/lib/programme/admin-queries';
import { discardVersion } from '@/lib/programme/commands/discard-version';
import { publishVersion } from '@/lib/programme/commands/publish-version';
import { saveYear } from '@/lib/programme/commands/save-year';
import { takeConfig } from '@/lib/programme/commands/take-config';
import { programmeByCode } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { saveYearSchema } from '@/lib/programme/rules/programme.schema';
import { studentInternship } from '@/lib/programme/samples/student-internship';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { aDraft, aSubmitted } from '../../builders/application';
import { done } from '../../builders/disbursement';
import { anIntern, INTERNSHIP_ANSWERS } from '../../builders/internship';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { withoutGuards } from '../../support/without-guards';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';

let world: ApplicationWorld;
let admin: Context<StaffActor>;
beforeAll(async () => {
  world = await applicationWorld();
  admin = world.as(await world.reviewer(['SYSTEM_ADMIN']));
});
afterAll(() => world.drop());

const REASON = '本年度实施细则已公布';
const textOf = (config: ProgrammeConfig) => JSON.stringify(config);
const take = async (config: ProgrammeConfig) => done('take', await takeConfig(admin, { text: textOf(config) }));

const CHANGED: ProgrammeConfig = {
  ...talentRecruitment,
  yearlyCapFen: 600_000_00,
  instructions: { ...talentRecruitment.instructions, version: '2026-2' },
  enterprise: talentRecruitment.enterprise.map((section) => ({
    ...section,
    fields: section.fields.filter(({ id }) => id !== 'recruitmentPlan'),
  })),
  requirements: talentRecruitment.requirements.map((paper) =>
    paper.id === 'labourContract' ? { ...paper, maxFiles: 12 } : paper,
  ),
};

describe('a configuration file', () => {
  it('is refused whole, with everything that is wrong, and nothing is kept', async () => {
    const wrong = { ...talentRecruitment, yearlyCapFen: 1, code: 'Not A Code' };
    const refused = await takeConfig(admin, { text: JSON.stringify(wrong) });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'config-wrong' } });
    expect(await takeConfig(admin, { text: '{"schema": 1,, }' })).toMatchObject({ refusal: { code: 'not-json' } });
    expect(await takeConfig(admin, { text: textOf(talentRecruitment) })).toMatchObject({
      refusal: { code: 'config-same' },
    });
    expect(await world.db.programmeVersion.count()).toBe(1);
  });

  it('waits as one draft however often it is uploaded, and can be discarded', async () => {
    const first = await take(CHANGED);
    const second = await take({ ...CHANGED, yearlyCapFen: 700_000_00 });
    expect(second.versionId).toBe(first.versionId);
    const view = await versionDetail(admin, second.versionId);
    expect(view).toMatchObject({ number: 2, status: 'DRAFT', faults: [], changes: { against: 1 } });
    const lines = view?.changes?.lines.map(({ what, before, after }) => [what, before, after]);
    expect(lines).toContainEqual(['年度限额', '500,000 元', '700,000 元']);
    expect(lines?.map(([what]) => what)).toEqual(
      expect.arrayContaining(['年度限额', '劳动合同', '经营与用工：引才情况说明', '申请说明']),
    );
    expect(lines).toHaveLength(4);
    done('discard', await discardVersion(admin, { versionId: second.versionId, reason: REASON }));
    expect(await versionDetail(admin, second.versionId)).toBeNull();
  });

  it('comes out as it went in', async () => {
    const published = await programmeByCode(admin, talentRecruitment.code);
    const file = await configFile(admin, published?.versionId ?? '');
    expect(JSON.parse(file?.text ?? '')).toEqual(JSON.parse(textOf(talentRecruitment)));
    expect(await takeConfig(admin, { text: `\uFEFF${file?.text}` })).toMatchObject({
      refusal: { code: 'config-same' },
    });
  });

  it('is nobody else’s business', async () => {
    const reviewer = world.as(await world.reviewer(['FINAL_REVIEWER']));
    await expect(takeConfig(reviewer, { text: textOf(CHANGED) })).rejects.toThrow(Denied);
    await expect(programmeLines(reviewer)).rejects.toThrow(Denied);
  });
});

describe('a published version', () => {
  it('is taken by new drafts; an open draft keeps its own and is offered it, with what falls away named', async () => {
    const { applicationId } = await aDraft(world.clerk, { withoutPapers: true });
    const { versionId } = await take(CHANGED);
    const published = await Promise.all(
      Array.from({ length: 5 }, () => publishVersion(admin, { versionId, reason: REASON })),
    );
    expect(published.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.db.programmeVersion.count({ where: { status: 'PUBLISHED' } })).toBe(1);

    const before = await draftForEdit(world.clerk, applicationId);
    expect(before).toMatchObject({ newer: { number: 2 }, config: { yearlyCapFen: 500_000_00 } });
    const offer = await offerFor(world.clerk, applicationId);
    expect(offer?.lost.map(({ label }) => label)).toEqual(['引才情况说明']);
    expect(offer?.instructions?.version).toBe('2026-2');
    expect(offer?.changes.map(({ what }) => what)).toContain('年度限额');
    await expect(offerFor(world.stranger, applicationId)).rejects.toThrow(Denied);

    const input = { applicationId, versionId, instructions: '2026-2' };
    expect(await adoptVersion(world.clerk, { ...input, instructions: '' })).toMatchObject({
      refusal: { code: 'instructions-not-accepted' },
    });
    expect(await adoptVersion(world.stranger, { ...input, accepted: 'yes' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    done('adopt', await adoptVersion(world.clerk, { ...input, accepted: 'yes' }));
    const { draft, config, newer } = await draftForEdit(world.clerk, applicationId);
    const { recruitmentPlan, ...kept } = before.draft.answers;
    expect(recruitmentPlan).toBeTruthy();
    expect(draft.answers).toEqual(kept);
    expect(draft.talents).toEqual(before.draft.talents);
    expect({ newer, cap: config.yearlyCapFen, accepted: draft.acceptedInstructions }).toEqual({
      newer: null,
      cap: 600_000_00,
      accepted: '2026-2',
    });
  });

  it('is never taken away or published twice', async () => {
    const published = await programmeByCode(admin, talentRecruitment.code);
    const act = { versionId: published?.versionId ?? '', reason: REASON };
    expect(await publishVersion(admin, act)).toMatchObject({ refusal: { code: 'not-a-draft' } });
    expect(await discardVersion(admin, act)).toMatchObject({ refusal: { code: 'not-a-draft' } });
  });
});

describe('a year', () => {
  const year = (more: Record<string, string>) =>
    saveYearSchema.parse({
      ...{ programmeId: world.programme.programmeId, year: '2027', opensOn: '2027-03-01', closesOn: '2027-06-30' },
      ...{ budgetFen: '30,000,000 元', seen: '', reason: REASON },
      ...more,
    });

  it('has a window apart from the other years’, and one writer at a time', async () => {
    const overlap = await saveYear(admin, year({ opensOn: '2026-12-01' }));
    expect(overlap).toMatchObject({ refusal: { code: 'year-overlaps', year: 2026 } });
    done('save', await saveYear(admin, year({})));
    expect(await saveYear(admin, year({ budgetFen: '1' }))).toMatchObject({ refusal: { code: 'year-moved' } });
    done('save', await saveYear(admin, year({ budgetFen: '40000000', seen: '0' })));
    const [line] = await programmeLines(admin);
    expect(line?.years[0]).toMatchObject({ year: 2027, budgetFen: 40_000_000_00, version: 1 });
  });

  it('does not leave out what was handed in, nor fall below what is used', async () => {
    await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
    await aSubmitted(world.clerk);
    const own = { year: '2026', seen: '0', opensOn: '2026-03-01', closesOn: '2026-11-01' };
    expect(await saveYear(admin, year(own))).toMatchObject({ refusal: { code: 'window-in-use', count: 1 } });
    await withoutGuards(world.db, ['programme_year'], () =>
      world.db.programmeYear.updateMany({ where: { year: 2026 }, data: { reservedFen: 500 } }),
    );
    expect(await saveYear(admin, year({ ...own, closesOn: '2026-12-31', budgetFen: '4' }))).toMatchObject({
      refusal: { code: 'budget-in-use', usedFen: 500 },
    });
    done('save', await saveYear(admin, year({ ...own, closesOn: '2026-12-31', budgetFen: '5' })));
  });
});

describe('a second programme', () => {
  it('goes from its file to a submission with no code of its own: interns, by the month', async () => {
    const { programmeId, versionId } = await take(studentInternship);
    expect(await programmeByCode(world.clerk, studentInternship.code)).toBeNull();
    done('publish', await publishVersion(admin, { versionId, reason: REASON }));
    const window = { opensOn: '2026-11-01', closesOn: '2026-12-31', budgetFen: 3_000_000_00 };
    done('year', await saveYear(admin, { programmeId, year: 2026, ...window, seen: '', reason: REASON } as never));
    const entries = [
      anIntern({ category: 'C', name: '谢雨彤', seed: 801 }, shanghaiDayOf(world.clerk.now)),
      anIntern({ category: 'B', name: '王㛃', seed: 802, months: 8 }, shanghaiDayOf(world.clerk.now)),
    ];
    const plan = { programme: studentInternship.code, answers: INTERNSHIP_ANSWERS, entries };
    const { applicationId, number } = await aSubmitted(world.clerk, plan);
    expect(number).toMatch(/^RC2026/);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    // 1,500 × 4, and 2,000 for no more than 6 of 8 months.
    expect(Number(row.expectedFen)).toBe(6_000_00 + 12_000_00);
  });
});
