import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { fieldsOf } from '@/lib/programme/rules/fields';
import * as imports from '../import-store';
import type { ImportRefusalOf } from '../rules/import-refusals';
import { talentAfter } from '../rules/talent-after';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import { sealAnswers } from './seal-answer';

export const undoImportSchema = z.strictObject({ applicationId: z.uuid(), importId: z.uuid() });

type Refusal = EditingRefusal | ImportRefusalOf<'import-gone' | 'import-edited-since'>;

/**
 * 撤销本次导入: takes off what an import added and puts back what it changed, as long as nothing of the application was
 * saved since; after that, undoing would undo more than the import. Undoing twice is refused as gone.
 */
export async function undoImport(
  ctx: Context<EnterpriseActor>,
  { applicationId, importId }: z.infer<typeof undoImportSchema>,
): Promise<Result<{ revision: number }, Refusal>> {
  return editing<object, Refusal>(ctx, applicationId, async (tx, { row, config, revision }) => {
    const found = await imports.importOf(tx.db, importId, applicationId);
    if (!found?.appliedAt || found.undoneAt) return refuse({ code: 'import-gone' });
    if (found.appliedRevision !== revision - 1) return refuse({ code: 'import-edited-since' });
    const before = await imports.talentsBefore(tx, importId);
    await store.removeTalents(tx.db, found.addedIds, applicationId, tx.now);
    const today = shanghaiDayOf(tx.now);
    await imports.updateTalents(
      tx.db,
      applicationId,
      before.map(({ id, name, idType, category, answers, clear }) => {
        const { amountFen } = talentAfter({ name, idType, category, answers, clear }, {}, config, today);
        return { id, name, idType, category, answers, amountFen };
      }),
    );
    const fields = fieldsOf(config.entry).filter(({ sealed }) => sealed);
    await sealAnswers(
      tx,
      before.map(({ id, idType, clear }) => ({ id, idType, fields, clear })),
    );
    await imports.markUndone(tx.db, importId, tx.now);
    await saveExpectedAmount(tx, row, config);
    await writeAudit(tx, {
      ...{ action: 'application.import.undo', word: `撤销导入${config.entryWord}` },
      ...{ subjectKind: 'application', subjectId: applicationId },
      detail: { importId, removed: found.addedIds.length, restored: before.length },
    });
    return ok({});
  });
}
