import { randomBytes } from 'node:crypto';
import { bindAddress, bindAddressOf } from '@/lib/access/accounts-store';
import type { Actor, EnterpriseActor, StaffActor, StaffRole } from '@/lib/access/actor';
import { systemActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { setFactor } from '@/lib/access/factor-store';
import { base32 } from '@/lib/access/second-factor/totp';
import { newId } from '@/lib/db/ids';
import { services } from '@/lib/runtime/services';
import { aStaffUser, anEnterprise, type BuiltEnterprise, type EnterprisePlan } from '@/__tests__/builders/people';

/** What the seed acts with: the services of the environment, and people who act at any instant of the past. */
export type SeedWorld = {
  readonly now: Date;
  /** The instant so many days ago at a Shanghai hour of the working day. */
  ago(days: number, hour?: number): Date;
  as<A extends Actor>(actor: A, at?: Date): Context<A>;
  system(at?: Date): Context;
  close(): Promise<void>;
};

const HOUR_MS = 3_600_000;
const SHANGHAI_HOURS = 8;

export function openSeedWorld(now: Date): SeedWorld {
  const { db, vault, ports, secrets } = services();
  const request = { id: newId(), address: null, userAgent: null };
  const as = <A extends Actor>(actor: A, at: Date = now): Context<A> => ({
    db,
    actor,
    now: at,
    vault,
    ports,
    secrets,
    request,
  });
  return {
    now,
    ago(days, hour = 10) {
      const day = new Date(now.getTime() - days * 24 * HOUR_MS);
      const at = new Date(
        Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour - SHANGHAI_HOURS, 7),
      );
      return at > now ? new Date(now.getTime() - 5 * 60_000) : at;
    },
    as,
    system: (at) => as(systemActor('demo'), at),
    close: () => db.$disconnect(),
  };
}

export type Company = BuiltEnterprise & { readonly clerk: EnterpriseActor };

/** An enterprise of the demo with its `super`, who does its business. */
export async function addCompany(world: SeedWorld, plan: EnterprisePlan): Promise<Company> {
  const { db, vault } = world.system();
  const built = await anEnterprise(db, vault, { ...plan, now: world.ago(600) });
  // As a registration leaves it: the administrator can be reached, and a lost password be sent somewhere.
  const [contact] = plan.contacts ?? [];
  for (const what of contact ? (['mobile', 'email'] as const) : [])
    await bindAddress(world.system(), built.users.admin, what, contact?.[what] ?? '');
  const clerk: EnterpriseActor = {
    kind: 'enterprise',
    id: built.users.super,
    sessionId: newId(),
    username: 'super',
    displayName: '超级用户',
    role: 'SUPER',
    enterpriseId: built.id,
    enterpriseName: built.name,
    uscc: built.uscc,
    frozen: false,
  };
  return { ...built, clerk };
}

/** Somebody of the office. */
export async function addStaff(
  world: SeedWorld,
  person: {
    username: string;
    displayName: string;
    roles: readonly StaffRole[];
    passwordHash: string;
    mobile: string;
  },
): Promise<StaffActor> {
  const ctx = world.system();
  const id = await aStaffUser(ctx.db, { ...person, now: world.ago(620) });
  // As if each had set up his telephone long ago; the present code stands at /dev.
  await bindAddressOf(ctx, { kind: 'staff', id }, 'mobile', person.mobile);
  await bindAddressOf(ctx, { kind: 'staff', id }, 'email', `${person.username}@example.com`);
  await setFactor(ctx, id, { secret: base32(randomBytes(20)), since: world.ago(320), lastStep: null });
  return {
    kind: 'staff',
    id,
    sessionId: newId(),
    username: person.username,
    displayName: person.displayName,
    roles: person.roles,
  };
}
