import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { batchListOf } from '../batch-list-queries';
import { batchSheet } from '../document/batch-sheet';
import { controlText, printedBatchList, type BatchList } from '../rules/batch-list';
import type { ReceiptRefusal } from '../rules/receipt-refusals';

export type BatchListKind = 'pdf' | 'xlsx';
export type BatchListFile = { readonly bytes: Uint8Array; readonly name: string };

/** 批次清单 with its control totals, printed or as a sheet; who took which is in the log. */
export async function downloadBatchList(
  ctx: Context<StaffActor>,
  input: { readonly batchId: string; readonly kind: BatchListKind },
): Promise<Result<BatchListFile, CommonRefusal | ReceiptRefusal>> {
  authorise(ctx.actor, 'batch.read');
  const found = await batchListOf(ctx, input.batchId);
  if (!found) return refuse({ code: 'not-found' });
  const sha256 = createHash('sha256').update(controlText(found.rows)).digest('hex');
  const list = { ...found, sha256 };
  const made = input.kind === 'xlsx' ? ok(await batchSheet(list)) : await printed(ctx, list);
  if (!made.ok) return made;
  return transact(ctx, async (tx) => {
    await writeAudit(tx, {
      action: 'batch.list',
      word: '导出批次清单',
      ...{ subjectKind: 'batch', subjectId: input.batchId },
      detail: { number: list.number, kind: input.kind, count: list.count, totalFen: list.totalFen, sha256 },
    });
    return ok({ bytes: made.value, name: `${list.number}.${input.kind}` });
  });
}

async function printed(ctx: Context, list: BatchList): Promise<Result<Uint8Array, ReceiptRefusal>> {
  const drawn = await ctx.ports.lists.render(printedBatchList(list, shanghaiDayOf(ctx.now)));
  return drawn.ok ? ok(drawn.value.pdf) : drawn;
}
