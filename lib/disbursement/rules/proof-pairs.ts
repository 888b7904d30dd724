import { ownersByName } from '@/lib/application/rules/share-files';

/**
 * Whose paper each of several files is, read off its name. Null where the name says nobody, or two of one name, or where
 * a file before has that talent already: then it is chosen by hand.
 */
export function pairProofs(
  fileNames: readonly string[],
  talents: readonly { readonly id: string; readonly name: string }[],
): (string | null)[] {
  const people = talents.map(({ id, name }) => ({ id, name, sealed: {} }));
  const taken = new Set<string>();
  return fileNames.map((fileName) => {
    const owners = ownersByName(fileName, people);
    const [only] = owners.length === 1 ? owners : [];
    if (!only || taken.has(only.id)) return null;
    taken.add(only.id);
    return only.id;
  });
}
