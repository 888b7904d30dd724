import 'server-only';
import type { Context } from '@/lib/access/context';
import type { DraftRow, LoadedDraft } from '../draft-store';
import { personsOf } from '../persons';
import { grantedAmong } from '../store';

/**
 * The talents of this draft who were granted the programme in another case, whoever applied for them; nothing of that
 * case is told.
 */
export async function grantedTalents(
  ctx: Pick<Context, 'db' | 'vault'>,
  row: Pick<DraftRow, 'id' | 'programmeId'>,
  loaded: Pick<LoadedDraft, 'draft' | 'sealed'>,
): Promise<{ id: string; name: string }[]> {
  const persons = personsOf(ctx, loaded);
  const granted = await grantedAmong(ctx.db, row.programmeId, row.id, [...persons.values()]);
  return loaded.draft.talents
    .filter(({ id }) => granted.has(persons.get(id) ?? ''))
    .map(({ id, name }) => ({ id, name }));
}
