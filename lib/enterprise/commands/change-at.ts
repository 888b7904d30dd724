import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { changeById, type ChangeRow } from '../change-store';
import { CHANGE_STATUS } from '../rules/change-labels';
import type { ChangeRefusal } from '../rules/change-refusals';

/** An own request that the enterprise may edit now: a draft, or one that was returned. */
export async function editableChange(
  ctx: Context<EnterpriseActor>,
  id: string,
): Promise<Result<ChangeRow, ChangeRefusal | CommonRefusal>> {
  const row = await changeById(ctx.db, id);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'change.request', row);
  if (row.status !== 'DRAFT' && row.status !== 'RETURNED')
    return refuse({ code: 'change-closed', now: CHANGE_STATUS[row.status].word });
  return ok(row);
}
