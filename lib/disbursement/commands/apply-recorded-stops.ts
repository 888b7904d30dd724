import 'server-only';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, type Result } from '@/lib/kernel/result';
import { takeSnapshot } from '@/lib/notice/commands/take-snapshot';
import { isMoneyHere } from '../rules/standing';
import { recordedStops } from '../stop-store';
import { forAct } from '../store';
import { dangerousOpen } from '../unmatched-store';
import { stopTalents } from './stop-talents';

/**
 * Carries out what was only written down while the money of a disbursement was away: talents who were stopped meanwhile
 * fall away once it is here again, so that nobody pays them by trying again. In the caller's transaction.
 */
export async function applyRecordedStops(
  tx: Context,
  disbursementId: string,
): Promise<Result<undefined, CommonRefusal>> {
  const row = await forAct(tx.db, disbursementId);
  if (!row || !isMoneyHere(row.status, { doubts: await dangerousOpen(tx.db, row.id) })) return ok();
  const open = new Set(row.lines.flatMap((line) => (line.state === 'FALLEN_AWAY' ? [] : line.talentId)));
  const stopped = (await recordedStops(tx.db, row.caseId)).filter(({ talentId }) => open.has(talentId));
  for (const reason of new Set(stopped.map((one) => one.reason))) {
    const talentIds = stopped.filter((one) => one.reason === reason).map(({ talentId }) => talentId);
    const done = await stopTalents(tx, { applicationId: row.caseId, talentIds, reason });
    if (!done.ok) return done;
    for (const id of done.value.noticeIds) await takeSnapshot(tx, id, 'CHANGED');
  }
  return ok();
}
