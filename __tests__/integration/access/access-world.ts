import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { PUBLIC, type Actor } from '@/lib/access/actor';
import { hashPassword } from '@/lib/access/commands/password-hash';
import { signInEnterprise } from '@/lib/access/commands/sign-in-enterprise';
import { signInStaff } from '@/lib/access/commands/sign-in-staff';
import type { Context } from '@/lib/access/context';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { answerOf, type PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { actorOfSession } from '@/lib/access/sessions';
import { newId } from '@/lib/db/ids';
import { anEnterprise, aStaffUser, type BuiltEnterprise } from '../../builders/people';
import { openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

// Passwords are slow to hash by design, and the machine may be busy.
jest.setTimeout(120_000);

export const PASSWORD = 'Right-horse-7';
export const NOW = new Date('2026-11-23T02:00:00Z');

export const later = (seconds: number, from = NOW) => new Date(from.getTime() + seconds * 1000);
export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export type AccessWorld = World & {
  readonly enterprise: BuiltEnterprise;
  readonly staffId: string;
  /** A visitor at an address and an instant. */
  visitor(given?: { at?: Date; address?: string; actor?: Actor }): Context;
  /** A picture that was looked at, and the answer that a person reads off it. */
  picture(ctx: Context, purpose?: PictureCodePurpose): Promise<{ pictureCodeId: string; pictureCode: string }>;
  /** Signs in as super with a new picture; what differs is given. */
  enter(ctx: Context, given?: Partial<Typed>, mark?: string): ReturnType<typeof signInEnterprise>;
  enterStaff(ctx: Context, given?: Partial<Typed>): ReturnType<typeof signInStaff>;
  /** Who is behind a token now. */
  whoIs(token: string, at?: Date): Promise<Actor | null>;
  drop(): Promise<void>;
};

type Typed = { enterprise: string; username: string; password: string; pictureCodeId: string; pictureCode: string };

/** A database with one enterprise (admin, super, handler) and one reviewer, all with the same password. */
export async function accessWorld(): Promise<AccessWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString, { now: NOW });
  const passwordHash = await hashPassword(PASSWORD);
  const enterprise = await anEnterprise(world.db, world.vault, {
    name: '苏州示例（中国）智能科技有限公司',
    passwordHash,
  });
  const staffId = await aStaffUser(world.db, { username: 'first1', roles: ['FIRST_REVIEWER'], passwordHash });

  const visitor: AccessWorld['visitor'] = ({ at = NOW, address = '203.0.113.7', actor = PUBLIC } = {}) => ({
    ...world.as(actor, at),
    request: { id: newId(), address, userAgent: 'test' },
  });
  const picture: AccessWorld['picture'] = async (ctx, purpose = 'enterprise-sign-in') => {
    const pictureCodeId = newId();
    const issued = await issuePictureCode(ctx, { id: pictureCodeId, purpose });
    if (!issued.ok) throw new Error(issued.refusal.code);
    return { pictureCodeId, pictureCode: answerOf(issued.value.seed) };
  };
  return {
    ...world,
    enterprise,
    staffId,
    visitor,
    picture,
    enter: async (ctx, given = {}, mark) =>
      signInEnterprise(
        ctx,
        {
          ...{ enterprise: enterprise.name, username: 'super', password: PASSWORD },
          ...(given.pictureCodeId ? {} : await picture(ctx)),
          ...given,
        } as Typed,
        mark ?? null,
      ),
    enterStaff: async (ctx, given = {}) =>
      signInStaff(
        ctx,
        {
          ...{ username: 'first1', password: PASSWORD },
          ...(given.pictureCodeId ? {} : await picture(ctx, 'staff-sign-in')),
          ...given,
        } as Typed,
        null,
      ),
    whoIs: (token, at = NOW) => actorOfSession(world.db, tokenHashOf(token), at),
    drop: async () => {
      await world.close();
      await database.drop();
    },
  };
}

/** The token of a sign-in that must succeed. */
export async function tokenOf(entered: ReturnType<typeof signInEnterprise>): Promise<string> {
  const result = await entered;
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value.token;
}
