import 'server-only';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { endSession } from '../store';

/** Ends the session of this browser at once, in every tab. Nothing happens where there is none. */
export async function signOut(ctx: Context): Promise<Result<undefined, never>> {
  const { actor } = ctx;
  if (actor.kind !== 'enterprise' && actor.kind !== 'staff') return ok();
  return transact(ctx, async (tx) => {
    const isEnded = await endSession(tx.db, actor.sessionId, tx.now, 'signed-out');
    if (isEnded) {
      const subject = { subjectKind: 'session', subjectId: actor.sessionId };
      await writeAudit(tx, { action: 'session.end', word: '退出登录', ...subject });
    }
    return ok();
  });
}
