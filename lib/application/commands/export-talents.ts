import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import { actorLabel } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { talentSheet } from '../document/talent-sheet';
import { exportRows, ownForReading } from '../export-queries';

export const exportTalentsSchema = z.strictObject({
  applicationId: z.uuid(),
  /** 第 N 次提交; null is the draft as it stands. */
  submission: z.number().int().positive().nullable(),
  /** ID numbers and mobiles in full rather than masked. */
  isWhole: z.boolean(),
});

export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * 导出: the talents as a sheet in the template's form, which can be imported again. Masked unless the whole is asked for;
 * the log says who took what out, before it is handed over, and the printed sheet says so too.
 */
export async function exportTalents(
  ctx: Context<EnterpriseActor>,
  { applicationId, submission, isWhole }: z.infer<typeof exportTalentsSchema>,
): Promise<Result<ExportedFile, CommonRefusal>> {
  const row = await ownForReading(ctx, applicationId);
  if (isWhole) authorise(ctx.actor, 'sensitive.reveal', row);
  const { config } = await versionById(ctx, row.programmeVersionId);
  const rows = await exportRows(ctx, row, config, { submission, isWhole });
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, {
      action: 'application.export',
      word: `导出${config.entryWord}${isWhole ? '（完整号码）' : ''}`,
      subjectKind: 'application',
      subjectId: applicationId,
      detail: { submission, isWhole, rows: rows.length },
    }),
  );
  const which = submission === null ? '草稿' : `第${submission}次提交`;
  const bytes = await talentSheet(config, rows, {
    head: `${config.name} ${config.entryWord}名单（${which}）${isWhole ? '，含完整号码，请妥善保管' : ''}`,
    foot: `${actorLabel(ctx.actor)} 导出于 ${formatDayTime(ctx.now)}`,
  });
  return ok({ name: `${config.entryWord}名单_${which}_${row.number ?? row.programmeYear}.xlsx`, bytes });
}
