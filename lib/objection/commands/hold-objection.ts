import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { prolongReturned } from '@/lib/application/commands/prolong-returned';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { countPause } from '@/lib/disbursement/commands/count-pause';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { liftHold, putHold, setHoldScope } from '../hold-store';
import { HOLD_WORDS, OBJECTION_STATUS } from '../rules/labels';
import type { HandlingRefusal } from '../rules/refusals';
import { objectionForAct, type ObjectionForAct } from '../store';

type Answer = Result<undefined, HandlingRefusal | CommonRefusal>;

/**
 * 暂停: of the whole case, or of the talent alone, as long as the objection is open. Whatever is chosen, the case is not
 * cleared before it is decided; a hold also stops what would pay it, where it stands further on.
 */
export async function holdObjection(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly scope: 'CASE' | 'TALENT' | 'NONE' },
): Promise<Answer> {
  authorise(ctx.actor, 'objection.handle');
  const row = await objectionForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status !== 'RECEIVED' && row.status !== 'HANDLING') {
    return refuse({ code: 'wrong-state', now: OBJECTION_STATUS[row.status].word });
  }
  if (row.subjects.length === 0) return refuse({ code: 'nothing-to-hold' });
  const scope = input.scope === 'NONE' ? null : input.scope;
  return transact(ctx, async (tx): Promise<Answer> => {
    if (!(await setHoldScope(tx.db, row, scope))) return refuse({ code: 'somebody-was-faster' });
    const freed = await goOn(tx, row);
    const held = scope ? await putHold(tx.db, row.subjects, scope, tx.now) : [];
    await writeAudit(tx, {
      ...{ action: 'objection.hold', word: WORDS[input.scope], subjectKind: 'objection', subjectId: row.id },
      detail: { number: row.number },
    });
    for (const id of held) await tellCase(tx, id, 'hold-put', '暂停办理');
    for (const id of freed.filter((one) => !held.includes(one))) await tellCase(tx, id, 'hold-lifted', '恢复办理');
    return ok();
  });
}

const WORDS = { CASE: '异议期间暂停整件', TALENT: '异议期间暂停该人才', NONE: '解除暂停' } as const;

/** Takes the holds of an objection off when it is closed. */
export async function lift(tx: Context, row: ObjectionForAct): Promise<void> {
  for (const id of await goOn(tx, row)) await tellCase(tx, id, 'hold-lifted', '恢复办理');
}

/** Deadlines go on by the days lost. Answers the cases that are free again. */
async function goOn(tx: Context, row: ObjectionForAct): Promise<string[]> {
  if (!row.holdScope) return [];
  const freed = await liftHold(tx.db, row.id, row.subjects, row.holdScope);
  for (const { applicationId, since } of freed) {
    await countPause(tx, { applicationId }, since);
    if (row.holdScope === 'CASE') await prolongReturned(tx, { id: applicationId }, since);
  }
  return [...new Set(freed.map(({ applicationId }) => applicationId))];
}

async function tellCase(tx: Context, id: string, kind: 'hold-put' | 'hold-lifted', word: string): Promise<void> {
  const auditId = await writeAudit(tx, {
    ...{ action: `application.${kind}`, word, subjectKind: 'application', subjectId: id },
    detail: { reason: HOLD_WORDS },
  });
  const payload = { kind, subjectKind: 'application', subjectId: id, auditId };
  await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
}
