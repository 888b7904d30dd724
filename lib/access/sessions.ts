import type { Db } from '@/lib/db/client';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Actor, Pending } from './actor';
import { IDLE_MINUTES } from './rules/idle';

const TOUCH_SECONDS = 60;

/** Who is behind a session token, or null when it is unknown, over, idle too long, or its owner is disabled. */
export async function actorOfSession(db: Db, tokenHash: string, now: Date): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { tokenHash },
    include: {
      enterpriseUser: { include: { enterprise: true, grants: { select: { programmeId: true } } } },
      staffUser: true,
    },
  });
  if (!session || session.endedAt || session.expiresAt <= now) return null;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > IDLE_MINUTES * 60_000) return null;
  if (idleMs > TOUCH_SECONDS * 1000) {
    await db.session.updateMany({ where: { id: session.id, endedAt: null }, data: { lastSeenAt: now } });
  }
  const user = session.enterpriseUser;
  if (user && user.status === 'ACTIVE') {
    return {
      kind: 'enterprise',
      id: user.id,
      sessionId: session.id,
      username: user.username,
      displayName: user.displayName,
      role: user.role,
      enterpriseId: user.enterpriseId,
      enterpriseName: user.enterprise.name,
      uscc: user.enterprise.uscc,
      frozen: user.enterprise.status === 'FROZEN',
      programmeIds: user.grants.map(({ programmeId }) => programmeId),
      provedAt: session.provedAt,
      ...(session.formerNameUntil ? { formerNameUntil: shanghaiDay(session.formerNameUntil) } : {}),
      ...(user.mustChangePassword ? { pending: 'first-password' as const } : {}),
    };
  }
  const staff = session.staffUser;
  if (!staff || staff.status !== 'ACTIVE') return null;
  return {
    kind: 'staff',
    id: staff.id,
    sessionId: session.id,
    username: staff.username,
    displayName: staff.displayName,
    roles: staff.roles,
    provedAt: session.provedAt,
    ...pendingOfStaff(staff, session),
  };
}

/** Staff show the second factor in every session; who has none yet sets one up, after a password of his own. */
function pendingOfStaff(
  staff: { mustChangePassword: boolean; factorSince: Date | null },
  session: { factorAt: Date | null },
): { pending?: Pending } {
  if (staff.factorSince && !session.factorAt) return { pending: 'factor' };
  if (staff.mustChangePassword) return { pending: 'first-password' };
  return staff.factorSince ? {} : { pending: 'factor-setup' };
}
