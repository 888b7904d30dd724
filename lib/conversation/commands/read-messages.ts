import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { readSchema } from '../rules/conversation.schema';
import { sideOf } from '../rules/sides';
import * as store from '../store';

/** The side of whoever looks has read up to this message. Only those who could answer count as having read. */
export async function readMessages(
  ctx: Context<EnterpriseActor | StaffActor>,
  { applicationId, upTo }: z.infer<typeof readSchema>,
): Promise<Result<undefined, CommonRefusal>> {
  const row = await store.caseForConversation(ctx.db, applicationId);
  if (!row || !may(ctx.actor, 'conversation.read', row)) return refuse({ code: 'not-found' });
  if (!may(ctx.actor, 'conversation.write', row)) return ok();
  await store.markRead(ctx.db, applicationId, sideOf(ctx.actor), upTo > ctx.now ? ctx.now : upTo);
  return ok();
}
