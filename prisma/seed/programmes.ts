import type { StaffActor } from '@/lib/access/actor';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { publishVersion } from '@/lib/programme/commands/publish-version';
import { saveYear } from '@/lib/programme/commands/save-year';
import { takeConfig } from '@/lib/programme/commands/take-config';
import { postdoctoralResearch } from '@/lib/programme/samples/closed-sample';
import { studentInternship } from '@/lib/programme/samples/student-internship';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { done } from '@/__tests__/builders/disbursement';
import { aPublishedProgramme } from '@/__tests__/builders/programme';
import { LAST_YEARS_SAMPLE } from './last-year';
import type { SeedWorld } from './world';

const OPEN_SINCE_DAYS = 75;
const OPEN_FOR_DAYS = 38;
const CLOSED_SINCE_DAYS = 54;
const PUBLISHED_DAYS = 90;
const A_YEAR_DAYS = 365;

/** The instants of last year's window, counted back from today. */
export const LAST_YEAR = { opened: A_YEAR_DAYS + OPEN_SINCE_DAYS, closed: A_YEAR_DAYS - OPEN_FOR_DAYS } as const;

/**
 * The sample programme, open around the day of the seed, with the year before it under the rules of that time; one of
 * another kind, open too; and one whose window is over.
 */
export async function addProgrammes(world: SeedWorld): Promise<void> {
  const { db } = world.system();
  const today = shanghaiDayOf(world.now);
  const opensOn = addDays(today, -OPEN_SINCE_DAYS);
  const year = Number(opensOn.slice(0, 4));
  await aPublishedProgramme(db, {
    config: LAST_YEARS_SAMPLE,
    year: year - 1,
    opensOn: addDays(today, -LAST_YEAR.opened),
    closesOn: addDays(today, -LAST_YEAR.closed),
    budgetFen: 25_000_000_00,
    publishedAt: world.ago(LAST_YEAR.opened + 15),
  });
  await aPublishedProgramme(db, {
    config: studentInternship,
    year,
    opensOn: addDays(today, -40),
    closesOn: addDays(today, 66),
    budgetFen: 3_000_000_00,
    publishedAt: world.ago(48),
  });
  await aPublishedProgramme(db, {
    config: postdoctoralResearch,
    year,
    opensOn: addDays(today, -150),
    closesOn: addDays(today, -CLOSED_SINCE_DAYS),
    budgetFen: 5_000_000_00,
    publishedAt: world.ago(160),
  });
}

/** What the administrator did for this year: a new version of the rules, a window and a budget. */
export async function openThisYear(world: SeedWorld, admin: StaffActor): Promise<void> {
  const ctx = world.as(admin, world.ago(PUBLISHED_DAYS));
  const { programmeId, versionId } = done(
    'takeConfig',
    await takeConfig(ctx, { text: JSON.stringify(talentRecruitment) }),
  );
  const reason = '本年度实施细则已公布，年度限额和授权书要求有变化。';
  done('publishVersion', await publishVersion(ctx, { versionId, reason }));
  const today = shanghaiDayOf(world.now);
  const opensOn = addDays(today, -OPEN_SINCE_DAYS);
  const window = { opensOn, closesOn: addDays(today, OPEN_FOR_DAYS), year: Number(opensOn.slice(0, 4)) };
  const year = { ...window, programmeId, budgetFen: 30_000_000_00, seen: '', reason };
  done('saveYear', await saveYear(ctx, year));
}
