import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { keepSetting, lockSetting } from '../ca-store';
import type { CaAdminRefusal, SaveCaWindow } from '../rules/ca-admin.schema';
import { CA_WINDOW_SETTING } from '../rules/ca-window';
import { caWindow } from './ca-window';

/** Changes where people are sent with a key that does not work: place, hours, telephones, what to bring. */
export async function saveCaWindow(
  ctx: Context<StaffActor>,
  { window, reason }: SaveCaWindow,
): Promise<Result<undefined, CaAdminRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'ca.manage');
  return transact(ctx, async (tx) => {
    await lockSetting(tx.db, CA_WINDOW_SETTING);
    const before = await caWindow(tx);
    if (JSON.stringify(before) === JSON.stringify(window)) return refuse({ code: 'nothing-changed' });
    await keepSetting(tx.db, CA_WINDOW_SETTING, window, tx.now);
    await writeAudit(tx, {
      action: 'ca.window',
      word: '修改CA窗口信息',
      subjectKind: 'caFields',
      subjectId: 'window',
      detail: { reason, before, after: window },
    });
    return ok();
  });
}
