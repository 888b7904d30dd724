import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CommonRefusal } from '@/lib/access/refusals';
import { insertChange, openChange } from '../change-store';
import { CHANGE_KIND_WORDS, type ChangeKind } from '../rules/change-form';

/** Begins a request, or answers the one of this kind that is open: an enterprise has one of each at a time. */
export async function beginChange(
  ctx: Context<EnterpriseActor>,
  { kind }: { readonly kind: Exclude<ChangeKind, 'PASSWORD_RESET'> },
): Promise<Result<{ id: string }, CommonRefusal>> {
  const { enterpriseId } = ctx.actor;
  authorise(ctx.actor, 'change.request', { enterpriseId });
  const open = await openChange(ctx.db, enterpriseId, kind);
  if (open) return ok(open);
  try {
    return await transact(ctx, async (tx) => {
      const id = newId();
      await insertChange(tx.db, { id, kind, enterpriseId, requestedById: ctx.actor.id, createdAt: ctx.now });
      await writeAudit(tx, {
        action: 'changeRequest.begin',
        word: `开始填写${CHANGE_KIND_WORDS[kind]}`,
        subjectKind: 'changeRequest',
        subjectId: id,
      });
      return ok({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const other = await openChange(ctx.db, enterpriseId, kind);
    return other ? ok(other) : refuse({ code: 'somebody-was-faster' });
  }
}
