import 'server-only';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { fileFor, type ReadableFile } from '@/lib/files/queries';

/** A paper of an objection for those who handle it; a paper of a statement also for the enterprise that gave it. */
export async function objectionFile(
  ctx: Context<EnterpriseActor | StaffActor>,
  id: string,
  as: 'view' | 'kept',
): Promise<ReadableFile | null> {
  return fileFor(ctx, id, as, ({ purpose, enterpriseId }) => {
    if (purpose !== 'objection-paper' && purpose !== 'statement-paper') return false;
    if (ctx.actor.kind === 'staff') return may(ctx.actor, 'objection.read');
    return purpose === 'statement-paper' && enterpriseId === ctx.actor.enterpriseId;
  });
}
