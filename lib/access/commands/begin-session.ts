import 'server-only';
import type { Context } from '../context';
import type { EnterpriseActor, StaffActor } from '../actor';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import * as store from '../store';
import { newSessionToken } from './session-token';

/** After this long one signs in again, however busy one was. */
export const SESSION_HOURS = 12;

type Person = Omit<EnterpriseActor, 'sessionId'> | Omit<StaffActor, 'sessionId'>;

/**
 * Opens a session for a person whose password was right, in the caller's transaction, and answers its token. The
 * session that this browser had before, whoever's it was, ends: no id is carried over a sign-in. `formerNameUntil` is
 * noted where a name was typed that the enterprise no longer has.
 */
export async function beginSession(
  tx: Context,
  person: Person,
  formerNameUntil: ShanghaiDay | null = null,
): Promise<{ token: string }> {
  const { token, tokenHash } = newSessionToken();
  const id = newId();
  const before = tx.actor;
  if (before.kind === 'enterprise' || before.kind === 'staff') {
    await store.endSession(tx.db, before.sessionId, tx.now, 'replaced');
  }
  await store.insertSession(tx.db, {
    id,
    tokenHash,
    owner: person.kind === 'staff' ? { staffUserId: person.id } : { enterpriseUserId: person.id },
    at: tx.now,
    expiresAt: new Date(tx.now.getTime() + SESSION_HOURS * 60 * 60 * 1000),
    address: tx.request.address,
    userAgent: tx.request.userAgent,
    formerNameUntil,
  });
  const actor = { ...person, sessionId: id };
  await writeAudit(
    { ...tx, actor },
    {
      ...{ action: 'session.begin', word: '登录成功', subjectKind: 'session', subjectId: id },
      detail: formerNameUntil ? { byFormerName: true } : {},
    },
  );
  return { token };
}
