import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { noteUses } from '../reason-store';
import type { CaseAtHand } from './case-at-hand';

/** Counts the reasons of the library that stand in what was just written about the case. */
export async function usedReasons(
  tx: Context<StaffActor>,
  { id, stage }: Pick<CaseAtHand, 'id' | 'stage'>,
  reasonIds: readonly string[] = [],
): Promise<void> {
  await noteUses(tx.db, reasonIds, { applicationId: id, stage, byId: tx.actor.id, at: tx.now });
}
