import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ProgrammeRefusal } from '../rules/refusals';
import * as store from '../version-store';

/** 舍弃待发布的配置. What was published is never taken away. */
export async function discardVersion(
  ctx: Context<StaffActor>,
  { versionId, reason }: { readonly versionId: string; readonly reason: string },
): Promise<Result<undefined, ProgrammeRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'programme.manage');
  return transact(ctx, async (tx): Promise<Result<undefined, ProgrammeRefusal | CommonRefusal>> => {
    await store.lockProgrammes(tx.db);
    const row = await store.versionForAct(tx.db, versionId);
    if (!row) return refuse({ code: 'not-found' });
    const { count } = await store.deleteDraft(tx.db, versionId);
    if (count === 0) return refuse({ code: 'not-a-draft' });
    await writeAudit(tx, {
      action: 'programme.discard',
      word: '舍弃待发布的配置',
      subjectKind: 'programme',
      subjectId: row.programmeId,
      detail: { reason, number: row.number, sha256: row.sha256 },
    });
    return ok();
  });
}
