import 'server-only';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { fileFor, type ReadableFile } from '@/lib/files/queries';

const PAPERS = ['change-paper', 'registration-paper'];

/** A paper of a request or registration: for the enterprise that sent it and for the desk that checks it. */
export async function paperFileFor(
  ctx: Context<EnterpriseActor | StaffActor>,
  id: string,
  as: 'view' | 'kept',
): Promise<ReadableFile | null> {
  return fileFor(ctx, id, as, ({ enterpriseId, purpose }) => {
    if (!PAPERS.includes(purpose)) return false;
    if (ctx.actor.kind === 'staff') return may(ctx.actor, 'desk.read');
    return enterpriseId !== null && may(ctx.actor, 'enterprise.read', { enterpriseId });
  });
}
