/** Which cleared cases are looked at when a batch is made; stands in the address. */
export type ClearedFilter = { readonly q: string; readonly show: 'all' | 'can' | 'blocked' };

export const SHOW_WORDS: Readonly<Record<ClearedFilter['show'], string>> = {
  all: '全部',
  can: '可以列入的',
  blocked: '不能列入的',
};

type Looked = { readonly number: string; readonly enterpriseName: string; readonly obstacle: string | null };

export function clearedFilter(given: Readonly<Record<string, string | undefined>>): ClearedFilter {
  const show = given.show === 'can' || given.show === 'blocked' ? given.show : 'all';
  return { q: (given.q ?? '').trim().slice(0, 80), show };
}

/** The cases that a filter leaves: by part of the number or of the enterprise's name, and by whether they can go in. */
export function filteredCases<T extends Looked>(cases: readonly T[], { q, show }: ClearedFilter): T[] {
  const sought = q.normalize('NFKC').toUpperCase();
  return cases.filter(({ number, enterpriseName, obstacle }) => {
    if (show !== 'all' && (obstacle === null) !== (show === 'can')) return false;
    return sought === '' || `${number} ${enterpriseName}`.normalize('NFKC').toUpperCase().includes(sought);
  });
}

/** Why cases cannot go in, each reason with how often, the commonest first. */
export function obstaclesOf(cases: readonly Looked[]): { readonly why: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { obstacle } of cases) if (obstacle) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count);
}
