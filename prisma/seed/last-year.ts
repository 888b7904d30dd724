import { endNotices } from '@/lib/notice/commands/end-notices';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { aDraft } from '@/__tests__/builders/application';
import { bringTo, type Finance } from '@/__tests__/builders/disbursement';
import { approvedCase, published, type Cast } from './cases';
import { demoPapers } from './papers';
import { talents } from './talents';

/** The rules of the year before: a lower cap, and no letter of consent. Invented, as all figures of the samples. */
export const LAST_YEARS_SAMPLE: ProgrammeConfig = {
  ...talentRecruitment,
  yearlyCapFen: 400_000_00,
  instructions: { ...talentRecruitment.instructions, version: '2025-1' },
  requirements: talentRecruitment.requirements.filter(({ id }) => id !== 'consent'),
  guide: { ...talentRecruitment.guide, updatedOn: '2025-08-25' },
};

/** Days before the seed: well inside last year's window, its notice over and its money paid long ago. */
const SUBMITTED = 400;
const PUBLISHED = 380;
const OVER = 365;
const PAID = 350;
/** Whoever came on board then was too new last year and qualifies now. */
const ON_BOARD_AS_IF_APPLIED = 91;

/**
 * Last year: two cases that ended in payment, and a draft of ten talents that was never handed in. What a clerk can
 * take over this year is there, and so is somebody who was granted before.
 */
export async function addLastYear(cast: Cast): Promise<void> {
  const { world, people } = cast;
  const [a, b] = people.companies;
  const ids = [await approvedCase(cast, a, 'BC', SUBMITTED), await approvedCase(cast, b, 'C', SUBMITTED - 1)];
  await published(cast, ids, PUBLISHED);
  await endNotices(world.system(world.ago(OVER)));
  for (const [index, id] of ids.entries()) {
    const at = world.ago(PAID - index, 14);
    const finance: Finance = {
      clerk: world.as((index === 0 ? a : b).clerk, at),
      maker: world.as(people.staff.maker, at),
      checker: world.as(people.staff.checker, at),
      final: world.as(people.staff.final1, at),
    };
    await bringTo(finance, demoPapers, id, 'PAID');
  }
  const appliedOn = shanghaiDayOf(world.ago(ON_BOARD_AS_IF_APPLIED));
  await aDraft(world.as(a.clerk, world.ago(SUBMITTED - 60, 16)), {
    talents: talents('CCDCDDBCDC').map((talent) => ({ ...talent, appliedOn })),
    contactId: a.contactIds[0],
    shared: cast.shared,
  });
}
