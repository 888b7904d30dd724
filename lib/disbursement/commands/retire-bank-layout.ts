import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../layout-store';
import type { LayoutRefusal } from '../rules/layout-refusals';
import { BANK_LAYOUT } from '../rules/money-states';

type LayoutAct = { readonly versionId: string; readonly reason: string };
type Answer = Result<undefined, LayoutRefusal | CommonRefusal>;

/** 停用: no new payment file is made in it; those that there are stay readable. The last one in use stays. */
export async function retireBankLayout(ctx: Context<StaffActor>, { versionId, reason }: LayoutAct): Promise<Answer> {
  authorise(ctx.actor, 'layout.manage');
  return transact(ctx, async (tx): Promise<Answer> => {
    await store.lockLayouts(tx.db);
    const row = await store.layoutVersionForAct(tx.db, versionId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'PUBLISHED') return refuse({ code: 'layout-not-a-draft' });
    if ((await store.countPublishedLayouts(tx.db)) === 1) return refuse({ code: 'layout-is-last' });
    const detail = { reason, code: row.layout.code, number: row.number };
    const retired = await changeStatus(tx, BANK_LAYOUT, row, 'retire', { detail });
    return retired.ok ? ok() : retired;
  });
}

/** 舍弃待发布的格式. What was published is never taken away. */
export async function discardBankLayout(ctx: Context<StaffActor>, { versionId, reason }: LayoutAct): Promise<Answer> {
  authorise(ctx.actor, 'layout.manage');
  return transact(ctx, async (tx): Promise<Answer> => {
    await store.lockLayouts(tx.db);
    const row = await store.layoutVersionForAct(tx.db, versionId);
    if (!row) return refuse({ code: 'not-found' });
    const { count } = await store.deleteLayoutDraft(tx.db, versionId);
    if (count === 0) return refuse({ code: 'layout-not-a-draft' });
    await store.deleteLayoutWithoutVersions(tx.db, row.layoutId);
    await writeAudit(tx, {
      action: 'bankLayout.discard',
      word: '舍弃待发布的银行文件格式',
      subjectKind: 'bankLayout',
      subjectId: row.layoutId,
      detail: { reason, code: row.layout.code, number: row.number, sha256: row.sha256 },
    });
    return ok();
  });
}
