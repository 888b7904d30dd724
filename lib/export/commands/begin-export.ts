import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { takeFrom, tryKey } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { EXPORTS_PER_PERSON } from '@/lib/access/rules/try-limits';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { streamedBook, type Pages } from '../document/streamed-book';
import type { SheetColumn } from '../rules/columns';
import type { Taken } from '../rules/cover';
import type { ExportRefusal } from '../rules/refusals';

export type ExportedSheet = { readonly name: string; readonly body: ReadableStream<Uint8Array> };
export type ExportAnswer = Result<ExportedSheet, ExportRefusal>;

type Wanted<T> = Pick<Taken, 'title' | 'filter' | 'rows' | 'isWhole'> & {
  readonly kind: 'cases' | 'talents' | 'money';
  readonly columns: readonly SheetColumn<T>[];
  readonly pages: Pages<T>;
};

/** Counts the export, writes into the log who takes out what, and only then begins to hand it over. */
export async function beginExport<T>(ctx: Context<StaffActor>, wanted: Wanted<T>): Promise<ExportAnswer> {
  const { kind, columns, pages, ...rest } = wanted;
  const { id, displayName: name, username } = ctx.actor;
  const quota = await takeFrom(ctx, tryKey(ctx, 'export', id), EXPORTS_PER_PERSON);
  if (!quota.ok) return refuse({ code: 'too-many-exports', waitSeconds: quota.refusal.waitSeconds });
  await transact(ctx, async (tx) => {
    await writeAudit(tx, {
      action: `export.${kind}`,
      word: `导出${rest.title}${rest.isWhole ? '（完整号码）' : ''}`,
      subjectKind: 'export',
      subjectId: id,
      detail: { filter: rest.filter, rows: rest.rows, isWhole: rest.isWhole },
    });
    return ok();
  });
  const taken: Taken = { ...rest, by: { name, username }, at: ctx.now };
  return ok({
    name: `${rest.title}_${shanghaiDayOf(ctx.now)}.xlsx`,
    body: streamedBook(taken, columns, pages),
  });
}
