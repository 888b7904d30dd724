import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { checkProgrammeConfig } from '../rules/config-check';
import type { ProgrammeRefusal } from '../rules/refusals';
import { PROGRAMME_VERSION } from '../rules/states';
import * as store from '../version-store';

type VersionAct = { readonly versionId: string; readonly reason: string };
type Refusal = ProgrammeRefusal | CommonRefusal;

/**
 * 发布配置: new drafts are pinned to this version from now on, the former one is retired. Cases keep the version that
 * they were begun under; open drafts are offered this one.
 */
export async function publishVersion(
  ctx: Context<StaffActor>,
  { versionId, reason }: VersionAct,
): Promise<Result<undefined, Refusal>> {
  authorise(ctx.actor, 'programme.manage');
  return transact(ctx, async (tx): Promise<Result<undefined, Refusal>> => {
    await store.lockProgrammes(tx.db);
    const row = await store.versionForAct(tx.db, versionId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'DRAFT') return refuse({ code: 'not-a-draft' });
    const checked = checkProgrammeConfig(row.config);
    if (!checked.ok) return refuse({ code: 'config-wrong', faults: checked.refusal });
    const former = await store.publishedOf(tx.db, row.programmeId);
    const detail = { reason, number: row.number, sha256: row.sha256, programmeId: row.programmeId };
    if (former) {
      const retired = await changeStatus(tx, PROGRAMME_VERSION, former, 'retire', { detail });
      if (!retired.ok) return retired;
    }
    const published = await changeStatus(tx, PROGRAMME_VERSION, row, 'publish', {
      set: { publishedAt: tx.now },
      detail,
    });
    if (!published.ok) return published;
    await store.renameProgramme(tx.db, row.programmeId, checked.value.name);
    return ok();
  });
}
