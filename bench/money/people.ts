import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { DbClient } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { withSampleLayouts, type BuiltLayout } from '@/__tests__/builders/bank-layouts';
import { anEnterprise, inventedMobile, type BuiltEnterprise } from '@/__tests__/builders/people';
import { aPublishedProgramme, type BuiltProgramme } from '@/__tests__/builders/programme';
import { enterpriseActor, openWorld, staffActor, type World } from '@/__tests__/support/context';

export const START = new Date('2026-11-23T02:00:00Z');
export const YEAR = 2026;

/** Who acts in a run against the database, each at the instant and over the client that the act is given. */
export type Stage = {
  readonly world: World;
  readonly programme: BuiltProgramme;
  readonly enterprises: readonly BuiltEnterprise[];
  /** Every layout in use, samples of other banks among them. */
  readonly layouts: readonly BuiltLayout[];
  clerk(enterprise: number, at: Moment): Context<EnterpriseActor>;
  staff(who: 'maker' | 'checker' | 'final', at: Moment): Context<StaffActor>;
};
export type Moment = { readonly day: number; readonly db: DbClient };

export async function setStage(connectionString: string, budgetFen: number, caps: readonly number[]): Promise<Stage> {
  const world = openWorld(connectionString, { now: START });
  const programme = await aPublishedProgramme(world.db, { budgetFen, year: YEAR });
  const enterprises: BuiltEnterprise[] = [];
  for (const [index, cap] of caps.entries()) {
    const contacts = ['甲', '乙'].map((name, serial) => ({
      name: `${name}联系人`,
      mobile: inventedMobile(100 + index * 2 + serial),
      email: `c${index}-${serial}@example.com`,
    }));
    const built = await anEnterprise(world.db, world.vault, {
      ...{ passwordHash: 'none', now: new Date('2026-01-05T02:00:00Z'), contacts },
    });
    enterprises.push(built);
    const key = { enterpriseId: built.id, programmeId: programme.programmeId, year: YEAR };
    await world.db.enterpriseYear.create({ data: { ...key, capFen: BigInt(cap) } });
  }
  const people = {
    maker: staffActor(newId(), 'maker', 'FINANCE_MAKER'),
    checker: staffActor(newId(), 'checker', 'FINANCE_CHECKER'),
    final: staffActor(newId(), 'final1', 'FINAL_REVIEWER'),
  };
  const layouts = await withSampleLayouts(world.as(staffActor(newId(), 'admin', 'SYSTEM_ADMIN'), START));
  const instant = (day: number) => new Date(START.getTime() + day * 86_400_000);
  return {
    ...{ world, programme, enterprises, layouts },
    clerk(enterprise, { day, db }) {
      const { id, name, uscc, users } = enterprises[enterprise] as BuiltEnterprise;
      const actor = enterpriseActor({ id: users.super, enterpriseId: id, enterpriseName: name, uscc });
      return { ...world.as(actor, instant(day)), db };
    },
    staff: (who, { day, db }) => ({ ...world.as(people[who], instant(day)), db }),
  };
}
