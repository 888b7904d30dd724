import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../bank-store';
import type { BankTableRefusal } from '../rules/bank-refusals';
import { compareBanks, countBanks, type BankCounts, type BankRow } from '../rules/bank-sheet';

/**
 * 确认导入: takes over a file that was read before, with a reason. Refused when the table moved since: what was shown
 * would no longer be what happens. Of a whole table every row must be right, or a mistyped branch would count as gone.
 */
export async function takeBankFile(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly reason: string },
): Promise<Result<BankCounts, BankTableRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'bank.manage');
  return transact(ctx, async (tx) => {
    await store.lockBanks(tx.db);
    const file = await store.bankImportForChange(tx.db, input.id);
    if (!file) return refuse({ code: 'not-found' });
    if (file.confirmedAt) return refuse({ code: 'already-taken' });
    const { isWhole, wrongCount, sha256 } = file;
    if (isWhole && wrongCount > 0) return refuse({ code: 'whole-with-faults', count: wrongCount });
    const rows = (file.rows ?? []) as unknown as BankRow[];
    const standing = await store.standingBanks(tx.db, isWhole ? 'all' : rows.map(({ cnapsCode }) => cnapsCode));
    const comparison = compareBanks(rows, standing, isWhole);
    const counts = countBanks(comparison, wrongCount);
    const isAsShown = (['newCount', 'changedCount', 'goneCount'] as const).every((one) => counts[one] === file[one]);
    if (!isAsShown) return refuse({ code: 'banks-moved' });
    if (comparison.changes.length === 0) return refuse({ code: 'nothing-to-take' });
    const { reason } = input;
    const by = { confirmedById: ctx.actor.id, confirmedAt: ctx.now, reason };
    if (!(await store.markBanksTaken(tx.db, file.id, by))) return refuse({ code: 'already-taken' });
    await store.writeBanks(tx.db, comparison, { importId: file.id, updatedAt: ctx.now });
    await writeAudit(tx, {
      action: 'banks.import',
      word: '导入银行表',
      subjectKind: 'bankImport',
      subjectId: file.id,
      detail: { reason, isWhole, ...counts, sha256 },
    });
    return ok(counts);
  });
}
