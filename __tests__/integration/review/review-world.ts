import type { StaffActor, StaffRole } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { anEnterprise, aStaffUser, type BuiltEnterprise } from '../../builders/people';
import { aPublishedProgramme, type BuiltProgramme } from '../../builders/programme';
import { openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

type Reviewer = Context<StaffActor>;

export type ReviewWorld = World & {
  readonly programme: BuiltProgramme;
  readonly enterprise: BuiltEnterprise;
  /** Two people at each stage and one who makes notices, at ten on a working Monday. */
  readonly people: Readonly<Record<'first1' | 'first2' | 'final1' | 'final2' | 'both' | 'notice', Reviewer>>;
  /** The same person at another instant. */
  at(who: Reviewer, now: Date): Reviewer;
  /** The worker's clock. */
  clock(now: Date): Context;
  aStaff(username: string, ...roles: StaffRole[]): Promise<Reviewer>;
  anotherEnterprise(): Promise<BuiltEnterprise>;
  drop(): Promise<void>;
};

/** Monday 23 November 2026, 10:00 in China. */
export const MONDAY = new Date('2026-11-23T02:00:00Z');

/** A published programme, an enterprise and the people of the review on a database of their own. */
export async function reviewWorld(config?: ProgrammeConfig): Promise<ReviewWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString, { now: MONDAY });
  const programme = await aPublishedProgramme(world.db, config ? { config } : {});
  const newEnterprise = () => anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const aStaff = async (username: string, ...roles: StaffRole[]) => {
    const id = await aStaffUser(world.db, { username, roles, passwordHash: 'none' });
    return world.as(staffActor(id, username, ...roles), MONDAY);
  };
  return {
    ...world,
    programme,
    enterprise: await newEnterprise(),
    people: {
      first1: await aStaff('first1', 'FIRST_REVIEWER'),
      first2: await aStaff('first2', 'FIRST_REVIEWER'),
      final1: await aStaff('final1', 'FINAL_REVIEWER'),
      final2: await aStaff('final2', 'FINAL_REVIEWER'),
      both: await aStaff('both', 'FIRST_REVIEWER', 'FINAL_REVIEWER'),
      notice: await aStaff('notice', 'NOTICE_CLERK'),
    },
    at: (who, now) => ({ ...who, now }),
    clock: (now) => world.as({ kind: 'system', job: 'test' }, now),
    aStaff,
    anotherEnterprise: newEnterprise,
    drop: async () => {
      await world.close();
      await database.drop();
    },
  };
}
