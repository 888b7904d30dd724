import 'server-only';
import type { EnterpriseActor, StaffActor } from '../actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { FirstPasswordInput } from '../rules/password.schema';
import type { NewPasswordRefusal } from '../rules/password-refusals';
import { complaintAbout, type PasswordOwner } from '../rules/password-rules';
import { hashPassword, verifyPassword } from './password-hash';

export function passwordOwner(actor: EnterpriseActor | StaffActor): PasswordOwner {
  const { username } = actor;
  if (actor.kind === 'staff') return { side: 'staff', username };
  return { side: 'enterprise', username, enterpriseName: actor.enterpriseName, uscc: actor.uscc };
}

/** Whether a new password may be taken, and its hash. `before` is the hash of the one that it replaces. */
export async function judgeNewPassword(
  owner: PasswordOwner,
  input: FirstPasswordInput,
  before: string,
): Promise<Result<{ passwordHash: string }, NewPasswordRefusal>> {
  const complaint = complaintAbout(input.password, owner);
  if (complaint) return refuse({ code: 'password-weak', complaint, side: owner.side });
  if (input.password !== input.again) return refuse({ code: 'passwords-differ' });
  const same = await verifyPassword(before, input.password);
  if (!same.ok) return same;
  if (same.value) return refuse({ code: 'password-same' });
  return ok({ passwordHash: await hashPassword(input.password) });
}
