import type { EnterpriseActor } from '@/lib/access/actor';
import { PUBLIC } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { acceptObjection } from '@/lib/objection/commands/take-objection';
import { done } from '../../builders/disbursement';
import { anObjection, type ObjectionPlan } from '../../builders/objection';
import type { BuiltEnterprise } from '../../builders/people';
import { approveFinal, passFirst, publishAll } from '../../builders/review';
import { enterpriseActor } from '../../support/context';
import { aSubmittedCase, someone, type BuiltCase, type CasePlan } from '../review/a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from '../review/review-world';

export type NoticedCase = BuiltCase & {
  readonly enterprise: BuiltEnterprise;
  readonly noticeId: string;
  readonly notice: string;
};

/** A world with a notice that runs from Monday to the Monday after, and people who object to it. */
export async function objectionWorld() {
  const world = await reviewWorld();
  const { people } = world;
  let address = 0;
  return {
    ...world,
    /** Somebody of the public, each from an address of his own. */
    visitor(now = MONDAY): Context {
      address += 1;
      const ctx = world.as(PUBLIC, now);
      return { ...ctx, request: { ...ctx.request, address: `10.${address >> 8}.${address & 255}.7` } };
    },
    clerkOf: ({ id, name, uscc, users }: BuiltEnterprise, now = MONDAY): Context<EnterpriseActor> =>
      world.as(enterpriseActor({ id: users.super, enterpriseId: id, enterpriseName: name, uscc }), now),
    statusOf: async (id: string) => (await world.db.application.findUniqueOrThrow({ where: { id } })).status,
    objection: (id: string) => world.db.objection.findUniqueOrThrow({ where: { id } }),
    /** A case on a notice of its own, with a B (50,000) and a D (10,000) unless told otherwise. */
    async noticed(plan: CasePlan = {}): Promise<NoticedCase> {
      const enterprise = plan.enterprise ?? (await world.anotherEnterprise());
      const built = await aSubmittedCase(world, { ...plan, enterprise });
      await passFirst(people.first1, built.id);
      await approveFinal(people.final1, built.id);
      const noticeId = await publishAll({ notice: people.notice, final: people.final1 }, [built.id]);
      const { number } = await world.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
      return { ...built, enterprise, noticeId, notice: number };
    },
    /** An objection that was filed and accepted. */
    async handled(plan: ObjectionPlan): Promise<string> {
      const id = await anObjection(this.visitor(), plan);
      done('accept', await acceptObjection(people.notice, { id }));
      return id;
    },
  };
}

export type ObjectionWorld = Awaited<ReturnType<typeof objectionWorld>>;
export { someone, MONDAY };
export type { ReviewWorld };

export const dayAfter = (day: string) => new Date(new Date(`${day}T23:59:59.999+08:00`).getTime() + 1);
export const UPHELD = {
  answer: '经核查，该人员已离职，异议成立。',
  reason: '该人员已离职，不符合在职条件。',
  places: [],
};
