import 'server-only';
import type { EnterpriseActor, StaffActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { endSessionsOf, openSessionsOf } from '../password-store';
import { endSession } from '../store';

type SignedIn = Context<EnterpriseActor | StaffActor>;

/** Signs one's own other browser out. What is somebody else's is answered as if it did not exist. */
export async function endOwnSession(
  ctx: SignedIn,
  input: { readonly sessionId: string },
): Promise<Result<undefined, { readonly code: 'not-found' }>> {
  authorise(ctx.actor, 'account.own');
  const own = await openSessionsOf(ctx.db, ctx.actor, ctx.now, new Date(0));
  if (!own.some(({ id }) => id === input.sessionId)) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx) => {
    await endSession(tx.db, input.sessionId, tx.now, 'signed-out-elsewhere');
    const subject = { subjectKind: 'session', subjectId: input.sessionId };
    await writeAudit(tx, { action: 'session.end', word: '在其他设备退出登录', ...subject });
    return ok();
  });
}

/** Signs every browser out but this one. */
export async function endOtherSessions(ctx: SignedIn): Promise<Result<{ ended: number }, never>> {
  authorise(ctx.actor, 'account.own');
  return transact(ctx, async (tx) => {
    const { sessionId: except } = tx.actor;
    const ended = await endSessionsOf(tx.db, tx.actor, { at: tx.now, reason: 'signed-out-elsewhere', except });
    const subject = { subjectKind: 'account', subjectId: tx.actor.id };
    await writeAudit(tx, { action: 'account.endOthers', word: '退出其他设备', ...subject, detail: { ended } });
    return ok({ ended });
  });
}
