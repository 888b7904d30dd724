import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { LeftDecisionInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal, FinanceRefusal } from '../rules/refusals';
import { mayAct } from '../rules/standing';
import { forAct, setIfUnchanged, setLineState, type DisbursementForAct } from '../store';
import { advance, type AdvanceRefusal, type Standing } from './advance';
import { moveOnWhenComplete } from './proofs-now';
import { reduceAmount } from './reduce-amount';

type Line = DisbursementForAct['lines'][number];
type Refusal = DisbursementRefusal | FinanceRefusal | CommonRefusal | AdvanceRefusal;

/**
 * 复审 decides about a talent who was declared 已离职: the money falls away (the amount is derived again over the rest,
 * a new receipt follows), or it stays. Nobody left to be paid ends the disbursement. The enterprise is told either way.
 */
export async function decideLeft(
  ctx: Context<StaffActor>,
  input: LeftDecisionInput,
): Promise<Result<undefined, Refusal>> {
  authorise(ctx.actor, 'left.decide');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(row, ['AWAITING_PROOF']);
  if (!may.ok) return may;
  const line = row.lines.find((one) => one.id === input.lineId);
  if (!line) return refuse({ code: 'not-found' });
  if (line.state !== 'LEFT_DECLARED') return refuse({ code: 'left-not-open', name: line.name });

  return transact(ctx, async (tx) => {
    const falls = input.decision === 'falls-away';
    if (!(await setLineState(tx.db, line.id, 'LEFT_DECLARED', falls ? 'FALLEN_AWAY' : 'KEPT'))) {
      return refuse({ code: 'somebody-was-faster' });
    }
    const isLast = falls && row.lines.every((one) => one.id === line.id || one.state === 'FALLEN_AWAY');
    const says = `${line.name}：${falls ? '不再拨付' : '继续拨付'}。${input.reason}`;
    if (isLast) {
      const ended = await advance(tx, row, 'noTalentLeft', { detail: { lineId: line.id, reason: says } });
      return ended.ok ? ok() : ended;
    }
    const kept = await rest(tx, row, line, falls);
    if (!kept.ok) return kept;
    await tellDecision(tx, row, line, says);
    const moved = await moveOnWhenComplete(tx, row.id);
    return moved.ok ? ok() : moved;
  });
}

async function rest(tx: Context, row: Standing, line: Line, falls: boolean): Promise<Result<undefined, Refusal>> {
  if (falls) {
    const reduced = await reduceAmount(tx, row, { talentId: line.talentId, amountFen: line.amountFen });
    return reduced.ok ? ok() : reduced;
  }
  const isMine = await setIfUnchanged(tx.db, row, { lastActAt: tx.now });
  return isMine ? ok() : refuse({ code: 'somebody-was-faster' });
}

async function tellDecision(tx: Context, row: Standing, line: Line, says: string): Promise<void> {
  const auditId = await writeAudit(tx, {
    action: 'disbursement.decideLeft',
    word: '审定离职申报',
    subjectKind: 'disbursement',
    subjectId: row.id,
    detail: { lineId: line.id, reason: says },
  });
  const payload = { kind: 'decision-on-left', subjectKind: 'disbursement', subjectId: row.id, auditId };
  await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
}
