import 'server-only';
import type { Db } from '@/lib/db/client';
import { HOLD_WORDS } from './rules/labels';

type Subject = { readonly applicationId: string; readonly talentId: string };
type Scope = 'CASE' | 'TALENT';

const OPEN = { status: { in: ['RECEIVED' as const, 'HANDLING' as const] } };

/** Puts the hold on; a hold that somebody else put there for another reason stays as it is. Answers the cases held by it. */
export async function putHold(db: Db, subjects: readonly Subject[], scope: Scope, at: Date): Promise<string[]> {
  const held: string[] = [];
  const hold = { holdReason: HOLD_WORDS, holdSince: at };
  for (const { applicationId, talentId } of subjects) {
    const { count } =
      scope === 'CASE'
        ? await db.application.updateMany({ where: { id: applicationId, holdSince: null }, data: hold })
        : await db.talent.updateMany({ where: { id: talentId, holdSince: null }, data: hold });
    if (count > 0) held.push(applicationId);
  }
  return [...new Set(held)];
}

/** Lifts what this objection holds, unless another open one holds the same. Answers what is free again, and since when it was held. */
export async function liftHold(
  db: Db,
  objectionId: string,
  subjects: readonly Subject[],
  scope: Scope,
): Promise<{ applicationId: string; since: Date }[]> {
  const free: { applicationId: string; since: Date }[] = [];
  const others = { id: { not: objectionId }, holdScope: scope, ...OPEN };
  const lifted = { holdReason: null, holdSince: null };
  for (const { applicationId, talentId } of subjects) {
    const same = scope === 'CASE' ? { applicationId } : { talentId };
    if ((await db.objectionSubject.count({ where: { ...same, objection: others } })) > 0) continue;
    const find = { where: { id: scope === 'CASE' ? applicationId : talentId }, select: { holdSince: true } };
    const held = scope === 'CASE' ? await db.application.findUnique(find) : await db.talent.findUnique(find);
    const { count } =
      scope === 'CASE'
        ? await db.application.updateMany({ where: { id: applicationId, holdReason: HOLD_WORDS }, data: lifted })
        : await db.talent.updateMany({ where: { id: talentId, holdReason: HOLD_WORDS }, data: lifted });
    if (count > 0 && held?.holdSince) free.push({ applicationId, since: held.holdSince });
  }
  return free;
}

export async function setHoldScope(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  holdScope: Scope | null,
): Promise<boolean> {
  const where = { id, version, ...OPEN };
  const { count } = await db.objection.updateMany({ where, data: { holdScope, version: version + 1 } });
  return count === 1;
}
