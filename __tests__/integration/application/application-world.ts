import { freshDatabase } from '../../support/database';
import { enterpriseActor, openWorld, staffActor, type World } from '../../support/context';
import { anEnterprise, aStaffUser, type BuiltEnterprise } from '../../builders/people';
import { aPublishedProgramme, type BuiltProgramme } from '../../builders/programme';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';

export type ApplicationWorld = World & {
  readonly programme: BuiltProgramme;
  readonly own: BuiltEnterprise;
  readonly other: BuiltEnterprise;
  /** The super user of the own enterprise, on a working Monday while the window is open. */
  readonly clerk: Context<EnterpriseActor>;
  /** The super user of another enterprise. */
  readonly stranger: Context<EnterpriseActor>;
  clerkAt(now: Date, role?: EnterpriseActor['role']): Context<EnterpriseActor>;
  reviewer(roles: StaffActor['roles']): Promise<StaffActor>;
  drop(): Promise<void>;
};

/** An open programme and two enterprises on a database of their own. */
export async function applicationWorld(): Promise<ApplicationWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString);
  const programme = await aPublishedProgramme(world.db);
  // One cheap hash for all accounts: nobody signs in here.
  const own = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const other = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const actorOf = (enterprise: BuiltEnterprise, role: EnterpriseActor['role'] = 'SUPER') =>
    enterpriseActor({
      id: enterprise.users[role === 'ADMIN' ? 'admin' : role === 'SUPER' ? 'super' : 'handler'],
      enterpriseId: enterprise.id,
      enterpriseName: enterprise.name,
      uscc: enterprise.uscc,
      role,
    });
  let staff = 0;
  return {
    ...world,
    programme,
    own,
    other,
    clerk: world.as(actorOf(own)),
    stranger: world.as(actorOf(other)),
    clerkAt: (now, role) => world.as(actorOf(own, role), now),
    reviewer: async (roles) => {
      staff += 1;
      const username = `reviewer${staff}`;
      const id = await aStaffUser(world.db, { username, roles, passwordHash: 'none' });
      return staffActor(id, username, ...roles);
    },
    drop: async () => {
      await world.close();
      await database.drop();
    },
  };
}
