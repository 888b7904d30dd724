import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { keepSetting, lockSetting, settingRow } from '../ca-store';
import type { CaAdminRefusal, SaveCaFields } from '../rules/ca-admin.schema';
import { fieldTableOf } from '../rules/ca-fields';
import { CA_NAMES, caFieldsSetting } from '../rules/ca-provider';

/** Changes where in a CA's certificates the USCC stands. Both tables go to the log with the reason. */
export async function saveCaFields(
  ctx: Context<StaffActor>,
  { provider, table, seen, reason }: SaveCaFields,
): Promise<Result<undefined, CaAdminRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'ca.manage');
  const key = caFieldsSetting(provider);
  return transact(ctx, async (tx) => {
    await lockSetting(tx.db, key);
    const row = await settingRow(tx.db, key);
    if ((row?.updatedAt.toISOString() ?? null) !== seen) return refuse({ code: 'table-changed' });
    const before = fieldTableOf(provider, row?.value ?? null);
    if (JSON.stringify(before) === JSON.stringify(table)) return refuse({ code: 'nothing-changed' });
    await keepSetting(tx.db, key, table, tx.now);
    await writeAudit(tx, {
      action: 'ca.fields',
      word: `修改${CA_NAMES[provider]}字段表`,
      subjectKind: 'caFields',
      subjectId: provider,
      detail: { reason, before, after: table },
    });
    return ok();
  });
}
