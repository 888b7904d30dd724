import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { expireReturned } from '@/lib/application/commands/expire-returned';
import { withdraw } from '@/lib/application/commands/withdraw';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { claim } from '@/lib/review/commands/claim';
import type { DisbursementStatus } from '@/lib/disbursement/rules/states';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { aDraft, aSubmitted } from '@/__tests__/builders/application';
import { bringTo, done, type Finance } from '@/__tests__/builders/disbursement';
import { anIntern, INTERNSHIP_ANSWERS } from '@/__tests__/builders/internship';
import { passFirst, publishAll } from '@/__tests__/builders/review';
import { addDecidedObjection, addOpenObjections } from './objections';
import { demoPapers } from './papers';
import type { People } from './people';
import { approved, rejected, returned } from './review';
import { talents } from './talents';
import type { Company, SeedWorld } from './world';

export type Cast = { readonly world: SeedWorld; readonly people: People; readonly shared: Map<string, string> };

/** Days before the seed at which the notice of the older cases was published and was surely over. */
const OLD_NOTICE_PUBLISHED = 30;
const OLD_NOTICE_OVER = 12;

async function submitted(cast: Cast, company: Company, categories: string, daysAgo: number): Promise<string> {
  const clerk = cast.world.as(company.clerk, cast.world.ago(daysAgo, 9));
  const plan = { talents: talents(categories), contactId: company.contactIds[0], shared: cast.shared };
  return (await aSubmitted(clerk, plan)).applicationId;
}

const first = ({ world, people }: Cast, daysAgo: number, who: 'first1' | 'first2' = 'first1') =>
  world.as(people.staff[who], world.ago(daysAgo, 11));
const final = ({ world, people }: Cast, daysAgo: number) => world.as(people.staff.final1, world.ago(daysAgo, 15));

export async function approvedCase(cast: Cast, company: Company, categories: string, daysAgo: number): Promise<string> {
  const id = await submitted(cast, company, categories, daysAgo);
  await approved(first(cast, daysAgo - 2), final(cast, daysAgo - 3), id);
  return id;
}

export async function published(cast: Cast, ids: readonly string[], daysAgo: number): Promise<string> {
  const at = cast.world.ago(daysAgo, 16);
  const { notice, final2 } = cast.people.staff;
  return publishAll({ notice: cast.world.as(notice, at), final: cast.world.as(final2, at) }, ids);
}

type Way = readonly [
  company: 0 | 1 | 2,
  categories: string,
  status: Exclude<DisbursementStatus, 'LAPSED'> | 'CLEARED',
  daysAgo: number,
];

/** Cases whose notice is over, one at least in every status that a disbursement reaches by the acts of people. */
const ON_THE_WAY: readonly Way[] = [
  [0, 'BCD', 'PAID', 9],
  [1, 'AB', 'PAID', 8],
  [2, 'CC', 'PAYMENT_FAILED', 8],
  [1, 'CD', 'PAYING', 6],
  [2, 'BD', 'PAYABLE', 5],
  [0, 'CD', 'RECEIPT_REVIEW', 4],
  [0, 'ABCD', 'AWAITING_RECEIPT', 4],
  [1, 'DD', 'AWAITING_PRINT', 3],
  [2, 'CD', 'AWAITING_CONFIRMATION', 3],
  [0, 'D', 'AWAITING_PROOF', 2],
  [2, 'D', 'CANCELLED', 5],
  [1, 'D', 'FALLEN_AWAY', 5],
  [2, 'CD', 'CLEARED', 0],
];

/** The older cases: approved, through their notice, and from there to where each stands today. */
export async function addOlderCases(cast: Cast): Promise<void> {
  const { world, people } = cast;
  const ids: string[] = [];
  for (const [index, [company, categories]] of ON_THE_WAY.entries()) {
    ids.push(await approvedCase(cast, people.companies[company], categories, 60 - index));
  }
  const noticeId = await published(cast, ids, OLD_NOTICE_PUBLISHED);
  await addDecidedObjection(cast, noticeId, OLD_NOTICE_PUBLISHED - 3);
  await endNotices(world.system(world.ago(OLD_NOTICE_OVER)));
  for (const [index, [company, , status, daysAgo]] of ON_THE_WAY.entries()) {
    const id = ids[index];
    if (status === 'CLEARED' || !id) continue;
    const at = world.ago(daysAgo, 14);
    const finance: Finance = {
      clerk: world.as(people.companies[company].clerk, at),
      maker: world.as(people.staff.maker, at),
      checker: world.as(people.staff.checker, at),
      final: world.as(people.staff.final1, at),
    };
    await bringTo(finance, demoPapers, id, status);
  }
}

/** The programme of interns: one case waits for review, another enterprise is still writing. */
async function addInternships({ world, people, shared }: Cast): Promise<void> {
  const [a, b] = people.companies;
  const plan = { programme: 'student-internship', answers: INTERNSHIP_ANSWERS, shared };
  const entries = (clerk: Context<EnterpriseActor>, seed: number) =>
    [
      anIntern({ category: 'C', name: '谢雨彤', seed }, shanghaiDayOf(clerk.now)),
      anIntern({ category: 'B', name: '𬱟思衡', seed: seed + 1, months: 8 }, shanghaiDayOf(clerk.now)),
    ] as const;
  const handedIn = world.as(b.clerk, world.ago(2, 11));
  await aSubmitted(handedIn, { ...plan, contactId: b.contactIds[0], entries: entries(handedIn, 701) });
  const writing = world.as(a.clerk, world.ago(1, 15));
  await aDraft(writing, { ...plan, entries: entries(writing, 711), withoutPapers: true });
}

/** The cases of these weeks, one at least in every status between draft and notice. */
export async function addPresentCases(cast: Cast): Promise<void> {
  const { world, people } = cast;
  const [a, b, c] = people.companies;
  await returned(first(cast, 40), await submitted(cast, b, 'C', 44));
  await expireReturned(world.system(world.ago(8)));
  const withdrawn = await submitted(cast, c, 'D', 20);
  done('withdraw', await withdraw(world.as(c.clerk, world.ago(19)), { applicationId: withdrawn }));
  const refused = await submitted(cast, b, 'D', 9);
  await rejected(first(cast, 7), final(cast, 6), refused, '所在岗位不在紧缺岗位目录内（实施细则第六条）。');
  const noticed = [await approvedCase(cast, a, 'C', 12), await approvedCase(cast, b, 'BC', 11)];
  await addOpenObjections(cast, await published(cast, noticed, 2));
  await approvedCase(cast, c, 'C', 7);
  await returned(first(cast, 3), await submitted(cast, a, 'CCDDD', 6));
  await returned(first(cast, 2, 'first2'), await submitted(cast, c, 'B', 5));
  await passFirst(first(cast, 2), await submitted(cast, b, 'C', 4));
  const atFinal = await submitted(cast, c, 'DD', 4);
  await passFirst(first(cast, 3, 'first2'), atFinal);
  done('claim', await claim(world.as(people.staff.final1), { applicationId: atFinal }));
  const atFirst = await submitted(cast, b, 'CD', 3);
  done('claim', await claim(world.as(people.staff.first1), { applicationId: atFirst }));
  await submitted(cast, c, 'ABCDDD', 2);
  // Two of one person each whose checks all pass and whose papers differ: clear enough for a batch.
  await submitted(cast, a, 'D', 1);
  await submitted(cast, c, 'D', 1);
  await submitted(cast, b, 'CD', 1);
  await addInternships(cast);
  await aDraft(world.as(a.clerk, world.ago(1, 16)), { talents: talents('BCD'), withoutPapers: true });
  await aDraft(world.as(b.clerk, world.ago(0, 9)), { talents: talents('D'), withoutPapers: true });
}
