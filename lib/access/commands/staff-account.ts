import 'server-only';
import type { StaffActor } from '../actor';
import { authorise, may } from '../authorise';
import type { Context } from '../context';
import type { CommonRefusal } from '../refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { endSessionsOf } from '../password-store';
import type { StaffRefusal } from '../rules/staff-refusals';
import { lockStaffAccounts, staffById, type StaffRow } from '../staff-store';
import { tellPerson } from './tell-person';

export type SecurityAdministrator = Context<StaffActor>;
export type StaffAnswer<T> = Promise<Result<T, StaffRefusal | CommonRefusal>>;

/** What came of an act on somebody's account. `told` is false where he bound nothing that one could write to. */
export type StaffChanged = { readonly sessionsEnded: number; readonly told: boolean };

/** Acts on an account of the office that is not one's own, in one transaction, with the account as it stands then. */
export async function changeStaff<T>(
  ctx: SecurityAdministrator,
  staffId: string,
  act: (tx: SecurityAdministrator, row: StaffRow) => StaffAnswer<T>,
): StaffAnswer<T> {
  authorise(ctx.actor, 'staff.manage');
  if (!may(ctx.actor, 'staff.change', { staffId })) return refuse({ code: 'own-account' });
  return transact(ctx, async (tx) => {
    if (!(await lockStaffAccounts(tx.db, tx.actor.id))) return refuse({ code: 'no-permission' });
    const row = await staffById(tx.db, staffId);
    return row ? act(tx, row) : refuse({ code: 'not-found' });
  });
}

/** Ends all sessions of somebody and tells him what happened to his account. */
export async function endAndTell(
  tx: SecurityAdministrator,
  row: StaffRow,
  given: { readonly reason: string; readonly text: string },
): Promise<Result<StaffChanged, never>> {
  const person = { kind: 'staff', id: row.id } as const;
  const sessionsEnded = await endSessionsOf(tx.db, person, { at: tx.now, reason: given.reason });
  const told = await tellPerson(tx, person, {
    about: `${given.reason} ${row.id} ${row.version}`,
    text: given.text,
  });
  return ok({ sessionsEnded, told });
}

export const staffSubject = (id: string) => ({ subjectKind: 'staffAccount', subjectId: id }) as const;
