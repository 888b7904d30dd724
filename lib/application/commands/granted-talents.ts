import 'server-only';
import type { Context } from '@/lib/access/context';
import type { DraftRow, LoadedDraft } from '../draft-store';
import { grantedAmong } from '../store';

/**
 * The talents of this draft who were granted the programme in another case, whoever applied for them; nothing of that
 * case is told. The index is the one under which an approval takes a person: `person` over ID type and number.
 */
export async function grantedTalents(
  ctx: Pick<Context, 'db' | 'vault'>,
  row: Pick<DraftRow, 'id' | 'programmeId'>,
  { draft, sealed }: Pick<LoadedDraft, 'draft' | 'sealed'>,
): Promise<{ id: string; name: string }[]> {
  const people = draft.talents.flatMap(({ id, name, idType }) => {
    const number = sealed.get(id)?.idNumber?.clear;
    return number ? [{ id, name, person: ctx.vault.blind('person', `${idType}:${number}`) }] : [];
  });
  const granted = await grantedAmong(
    ctx.db,
    row.programmeId,
    row.id,
    people.map(({ person }) => person),
  );
  return people.filter(({ person }) => granted.has(person)).map(({ id, name }) => ({ id, name }));
}
