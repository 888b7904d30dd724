/**
 * Whose paper each of several files is, read off its name: the one talent whose name stands in it, the longest where
 * one name is part of another. Null where none does, or where somebody before has it already.
 */
export function pairProofs(
  fileNames: readonly string[],
  talents: readonly { readonly id: string; readonly name: string }[],
): (string | null)[] {
  const longestFirst = [...talents].sort((a, b) => b.name.length - a.name.length);
  const taken = new Set<string>();
  return fileNames.map((fileName) => {
    const plain = plainOf(fileName);
    const found = longestFirst.find(({ id, name }) => !taken.has(id) && plain.includes(plainOf(name)));
    if (found) taken.add(found.id);
    return found?.id ?? null;
  });
}

const plainOf = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•‧・_-]/gu, '');
