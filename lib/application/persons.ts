import 'server-only';
import type { Context } from '@/lib/access/context';
import type { LoadedDraft } from './draft-store';

/**
 * Talent id → the index under which an approval takes a person: `person` over ID type and number. Who has no number yet
 * is left out.
 */
export function personsOf(
  { vault }: Pick<Context, 'vault'>,
  { draft, sealed }: Pick<LoadedDraft, 'draft' | 'sealed'>,
): Map<string, string> {
  return new Map(
    draft.talents.flatMap(({ id, idType }) => {
      const number = sealed.get(id)?.idNumber?.clear;
      return number ? [[id, vault.blind('person', `${idType}:${number}`)] as const] : [];
    }),
  );
}
