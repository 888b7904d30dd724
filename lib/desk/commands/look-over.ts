import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { markLookedOver } from '../store';

/** 已查看: a person of the window has compared the papers of a registration with its fields. */
export async function lookOver(
  ctx: Context<StaffActor>,
  input: { readonly id: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'desk.read');
  return transact(ctx, async (tx) => {
    if (!(await markLookedOver(tx.db, input.id, ctx.actor.id, ctx.now))) return refuse({ code: 'somebody-was-faster' });
    await writeAudit(tx, {
      action: 'registration.lookOver',
      word: '注册材料已查看',
      subjectKind: 'registration',
      subjectId: input.id,
    });
    return ok();
  });
}
