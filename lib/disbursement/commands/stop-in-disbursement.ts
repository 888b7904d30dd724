import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SomebodyWasFaster } from '@/lib/db/change-status';
import { sumFen } from '@/lib/kernel/fen';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { freeGrant, standingOf } from '../money-store';
import { setLineState, type DisbursementForAct } from '../store';
import { advance, type Standing } from './advance';
import { moveOnWhenComplete } from './proofs-now';
import { reduceAmount } from './reduce-amount';

/** Whether the edge that was taken tells the enterprise of it. */
export type Told = { readonly isTold: boolean };
type Stopped = readonly { readonly talentId: string; readonly amountFen: number }[];

/**
 * Takes stopped talents out of a disbursement that has not been paid: it goes back to 确认 over the rest and its receipt is
 * void, or it falls away with the last of them.
 */
export async function stopInDisbursement(
  tx: Context,
  row: DisbursementForAct,
  stopped: Stopped,
  reason: string,
): Promise<Result<Told, SomebodyWasFaster>> {
  const theirs = row.lines.filter(
    (line) => line.state !== 'FALLEN_AWAY' && stopped.some(({ talentId }) => talentId === line.talentId),
  );
  const isLast = row.lines.every((line) => line.state === 'FALLEN_AWAY' || theirs.includes(line));
  // A line that fell away before has given its money back already.
  if (theirs.length === 0) return ok({ isTold: false });
  for (const line of theirs) {
    if (!(await setLineState(tx.db, line.id, line.state, 'FALLEN_AWAY')))
      return refuse({ code: 'somebody-was-faster' });
  }
  if (isLast) {
    const ended = await advance(tx, row, 'stopLastTalent', { detail: { reason } });
    return ended.ok ? ok({ isTold: true }) : ended;
  }
  if (row.status === 'AWAITING_PROOF') return reduceInPlace(tx, row, theirs);
  const before = await standingOf(tx.db, row.id);
  for (const { talentId, amountFen } of theirs) {
    await freeGrant(tx.db, {
      ...{ ...before.key, enterpriseId: before.enterpriseId, applicationId: before.case.id },
      ...{ talentId, amountFen },
    });
  }
  const amountFen = before.amountFen - sumFen(theirs.map((line) => line.amountFen));
  const moved = await advance(tx, row, 'stopTalent', { amountFen, detail: { reason } });
  return moved.ok ? ok({ isTold: true }) : moved;
}

/** Proofs of the others may still be wanted, so it stays until they are complete; there is no paper to void. */
async function reduceInPlace(
  tx: Context,
  row: DisbursementForAct,
  theirs: DisbursementForAct['lines'],
): Promise<Result<Told, SomebodyWasFaster>> {
  let standing: Standing = row;
  for (const { talentId, amountFen } of theirs) {
    const reduced = await reduceAmount(tx, standing, { talentId, amountFen });
    // Money only becomes free here, so no budget can be short.
    if (!reduced.ok) return refuse({ code: 'somebody-was-faster' });
    standing = reduced.value;
  }
  const moved = await moveOnWhenComplete(tx, row.id);
  return moved.ok ? ok({ isTold: false }) : refuse({ code: 'somebody-was-faster' });
}
