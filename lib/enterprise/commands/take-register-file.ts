import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../register-store';
import type { RegisterRefusal } from '../rules/register-refusals';
import { compareRows, type RegisterRow } from '../rules/register-sheet';

export type Taken = { readonly added: number; readonly changed: number };

/**
 * 确认导入: takes over the right rows of a file that was read before, with a reason. Refused when the register moved
 * since: what was shown would no longer be what happens. Enterprises that the file does not name stay as they are.
 */
export async function takeRegisterFile(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly reason: string },
): Promise<Result<Taken, RegisterRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'register.import');
  return transact(ctx, async (tx) => {
    await store.lockRegister(tx.db);
    const file = await store.importForChange(tx.db, input.id);
    if (!file) return refuse({ code: 'not-found' });
    if (file.confirmedAt) return refuse({ code: 'already-taken' });
    const rows = (file.rows ?? []) as unknown as RegisterRow[];
    const standing = await store.standingEntities(
      tx.db,
      rows.map(({ uscc }) => uscc),
    );
    const { changes, same, merged } = compareRows(rows, standing);
    const added = changes.filter(({ what }) => what === 'new').length;
    const changed = changes.length - added;
    if (added !== file.newCount || changed !== file.changedCount) return refuse({ code: 'register-moved' });
    if (changes.length === 0 && same.length === 0) return refuse({ code: 'nothing-to-take' });
    const { reason } = input;
    const by = { confirmedById: ctx.actor.id, confirmedAt: ctx.now, reason };
    if (!(await store.markTaken(tx.db, file.id, by))) return refuse({ code: 'already-taken' });
    await store.writeEntities(tx.db, { merged, same, asOf: file.asOf, importId: file.id, at: ctx.now });
    await writeAudit(tx, {
      action: 'register.import',
      word: '导入法人库',
      subjectKind: 'registerImport',
      subjectId: file.id,
      detail: { reason, added, changed, same: same.length, left: file.wrongCount, sha256: file.sha256 },
    });
    return ok({ added, changed });
  });
}
