import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../layout-store';
import { checkBankLayout } from '../rules/bank-layout-check';
import type { LayoutRefusal } from '../rules/layout-refusals';
import { BANK_LAYOUT } from '../rules/money-states';

type LayoutAct = { readonly versionId: string; readonly reason: string };
type Answer = Result<undefined, LayoutRefusal | CommonRefusal>;

/**
 * 发布银行文件格式: new payment files are written in this version, the former one of the bank is retired. Files that were
 * made before keep theirs, and their results are read by it.
 */
export async function publishBankLayout(ctx: Context<StaffActor>, { versionId, reason }: LayoutAct): Promise<Answer> {
  authorise(ctx.actor, 'layout.manage');
  return transact(ctx, async (tx): Promise<Answer> => {
    await store.lockLayouts(tx.db);
    const row = await store.layoutVersionForAct(tx.db, versionId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'DRAFT') return refuse({ code: 'layout-not-a-draft' });
    const checked = checkBankLayout(row.config);
    if (!checked.ok) return refuse({ code: 'layout-wrong', faults: checked.refusal });
    const former = await store.publishedLayoutVersion(tx.db, row.layoutId);
    const detail = { reason, code: row.layout.code, number: row.number, sha256: row.sha256 };
    if (former) {
      const retired = await changeStatus(tx, BANK_LAYOUT, former, 'retire', { detail });
      if (!retired.ok) return retired;
    }
    const set = { publishedAt: tx.now, publishedById: tx.actor.id };
    const published = await changeStatus(tx, BANK_LAYOUT, row, 'publish', { set, detail });
    return published.ok ? ok() : published;
  });
}
