import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DeskRefusal } from '../rules/refusals';
import { requestForDesk, type RequestRow } from '../store';

/** A request that this person is checking. */
export async function requestInHand(
  ctx: Context<StaffActor>,
  id: string,
): Promise<Result<RequestRow, DeskRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'desk.read');
  const row = await requestForDesk(ctx.db, id);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status !== 'IN_CHECK' && row.status !== 'RECEIVED')
    return refuse({ code: 'wrong-state', now: CHANGE_STATUS[row.status].word });
  const isMine = row.status === 'IN_CHECK' && may(ctx.actor, 'desk.decide', { claimedById: row.takenById });
  return isMine ? ok(row) : refuse({ code: 'not-taken-by-you' });
}
