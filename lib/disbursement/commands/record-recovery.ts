import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import type { Fen } from '@/lib/kernel/fen';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { insertRecovery, recoveredFen, standingRecovery, strike } from '../recovery-store';
import { PUBLIC_STATUS } from '../rules/labels';
import type { RecoveryRefusal } from '../rules/refusals';
import { forAct, lockDisbursements } from '../store';

export type RecoveryInput = {
  readonly disbursementId: string;
  readonly amountFen: Fen;
  readonly recoveredOn: ShanghaiDay;
  readonly reason: string;
};
type Answer = Result<undefined, RecoveryRefusal | CommonRefusal>;

/**
 * 登记追回: money of a paid disbursement that was claimed back outside, with its day and amount. It is written beside the
 * payment, which stays as it was; the year's budget does not change. Never more than was paid, never of a day to come.
 */
export async function recordRecovery(ctx: Context<StaffActor>, input: RecoveryInput): Promise<Answer> {
  authorise(ctx.actor, 'disbursement.manage');
  if (input.recoveredOn > shanghaiDayOf(ctx.now)) return refuse({ code: 'recovery-in-future' });
  return transact(ctx, async (tx): Promise<Answer> => {
    await lockDisbursements(tx.db, [input.disbursementId]);
    const row = await forAct(tx.db, input.disbursementId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'PAID') return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[row.status].word });
    const leftFen = row.amountFen - (await recoveredFen(tx.db, row.id));
    if (input.amountFen > leftFen) return refuse({ code: 'recovery-too-much', leftFen });
    await insertRecovery(tx.db, { ...input, id: newId(), recordedById: tx.actor.id, recordedAt: tx.now });
    const { amountFen, recoveredOn, reason } = input;
    await writeAudit(tx, {
      ...{ action: 'disbursement.recover', word: '登记追回', subjectKind: 'disbursement', subjectId: row.id },
      detail: { amountFen, recoveredOn, reason },
    });
    return ok();
  });
}

/** 冲销: strikes a record of 追回 that was put down wrongly, with the reason; both stay to be read. */
export async function strikeRecovery(
  ctx: Context<StaffActor>,
  input: { readonly recoveryId: string; readonly reason: string },
): Promise<Answer> {
  authorise(ctx.actor, 'disbursement.manage');
  const row = await standingRecovery(ctx.db, input.recoveryId);
  if (!row) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx): Promise<Answer> => {
    const struck = { byId: tx.actor.id, at: tx.now, reason: input.reason };
    if (!(await strike(tx.db, row.id, struck))) return refuse({ code: 'somebody-was-faster' });
    await writeAudit(tx, {
      action: 'disbursement.strikeRecovery',
      word: '冲销追回登记',
      ...{ subjectKind: 'disbursement', subjectId: row.disbursementId },
      detail: { reason: input.reason, amountFen: Number(row.amountFen) },
    });
    return ok();
  });
}
