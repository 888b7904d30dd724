import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { postdoctoralResearch } from '@/lib/programme/samples/closed-sample';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { aPublishedProgramme } from '@/__tests__/builders/programme';
import type { SeedWorld } from './world';

const OPEN_SINCE_DAYS = 75;
const OPEN_FOR_DAYS = 38;
const CLOSED_SINCE_DAYS = 54;

/** The sample programme, open around the day of the seed, and a second one whose window is over. */
export async function addProgrammes(world: SeedWorld): Promise<{ year: number }> {
  const { db } = world.system();
  const today = shanghaiDayOf(world.now);
  const opensOn = addDays(today, -OPEN_SINCE_DAYS);
  const year = Number(opensOn.slice(0, 4));
  await aPublishedProgramme(db, {
    config: talentRecruitment,
    year,
    opensOn,
    closesOn: addDays(today, OPEN_FOR_DAYS),
    budgetFen: 30_000_000_00,
    publishedAt: world.ago(90),
  });
  await aPublishedProgramme(db, {
    config: postdoctoralResearch,
    year,
    opensOn: addDays(today, -150),
    closesOn: addDays(today, -CLOSED_SINCE_DAYS),
    budgetFen: 5_000_000_00,
    publishedAt: world.ago(160),
  });
  return { year };
}
