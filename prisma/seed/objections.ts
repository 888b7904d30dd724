import { PUBLIC } from '@/lib/access/actor';
import { fileObjection } from '@/lib/objection/commands/file-objection';
import { askStatement } from '@/lib/objection/commands/ask-statement';
import { dismissObjection } from '@/lib/objection/commands/decide-objection';
import { noteObjection } from '@/lib/objection/commands/note-objection';
import { acceptObjection } from '@/lib/objection/commands/take-objection';
import { done } from '@/__tests__/builders/disbursement';
import { anObjection, filing } from '@/__tests__/builders/objection';
import type { People } from './people';
import type { SeedWorld } from './world';

type Cast = { readonly world: SeedWorld; readonly people: People };

const numberOf = async ({ world }: Cast, id: string) =>
  (await world.system().db.publicNotice.findUniqueOrThrow({ where: { id } })).number;

/** An objection against an older notice that was looked into in time and found wrong. */
export async function addDecidedObjection(cast: Cast, noticeId: string, daysAgo: number): Promise<void> {
  const { world, people } = cast;
  const number = await numberOf(cast, noticeId);
  const id = await anObjection(world.as(PUBLIC, world.ago(daysAgo)), { number, place: 2 });
  const clerk = world.as(people.staff.notice, world.ago(daysAgo - 1));
  done('accept', await acceptObjection(clerk, { id }));
  done('note', await noteObjection(clerk, { id, text: '已核对社保缴纳记录和劳动合同，该人员在职。' }));
  const final = world.as(people.staff.final2, world.ago(daysAgo - 3));
  const answer = '经核查社保缴纳记录和劳动合同，该人员仍在申报单位任职，异议不成立。';
  done('dismiss', await dismissObjection(final, { id, answer }));
}

/** Of a notice that runs: one objection that just came, one that is looked into, and a hint without a name. */
export async function addOpenObjections(cast: Cast, noticeId: string): Promise<void> {
  const { world, people } = cast;
  const number = await numberOf(cast, noticeId);
  const visitor = world.as(PUBLIC, world.ago(1, 9));
  const taken = await anObjection(visitor, { number, place: 3 });
  const clerk = world.as(people.staff.notice, world.ago(1, 15));
  done('accept', await acceptObjection(clerk, { id: taken }));
  const { applicationId } = await clerk.db.objectionSubject.findFirstOrThrow({ where: { objectionId: taken } });
  const allegation = '有群众反映名单第 3 项的人才在公示前已离职，请说明其目前的在职和参保情况。';
  done('ask', await askStatement(clerk, { id: taken, applicationId, allegation }));
  const today = world.as(PUBLIC, world.ago(0, 9));
  const facts = '据我了解，该人员的学历证书编号在学信网查询不到，请核实其博士学位是否真实。';
  await anObjection(today, { number, place: 2, name: '许文涛', telephone: '0512-66680009', facts });
  const hint = await filing(today, { number, place: 0, manner: 'anonymous' });
  done('hint', await fileObjection(today, hint));
}
