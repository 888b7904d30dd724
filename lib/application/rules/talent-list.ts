import type { Fen } from '@/lib/kernel/fen';

/** What the list of a draft knows of each talent, in the clerk's order. */
export type ListedTalent = {
  readonly id: string;
  readonly name: string;
  readonly amountFen: Fen;
  /** How many of its answers are missing or wrong. */
  readonly missing: number;
  /** What the yearly cap takes away. */
  readonly cutFen: Fen;
};

export const TALENT_FILTERS = ['all', 'missing', 'done', 'cut'] as const;
export type TalentFilter = (typeof TALENT_FILTERS)[number];

export const TALENT_SORTS = ['order', 'name', 'missing', 'amount'] as const;
export type TalentSort = (typeof TALENT_SORTS)[number];

export type ListQuery = { readonly filter: TalentFilter; readonly search: string; readonly sort: TalentSort };

const KEEPS: Readonly<Record<TalentFilter, (talent: ListedTalent) => boolean>> = {
  all: () => true,
  missing: ({ missing }) => missing > 0,
  done: ({ missing }) => missing === 0,
  cut: ({ cutFen }) => cutFen > 0,
};

const COLLATOR = new Intl.Collator('zh-CN');
const SORTS: Readonly<Record<TalentSort, (a: ListedTalent, b: ListedTalent) => number>> = {
  order: () => 0,
  name: (a, b) => COLLATOR.compare(a.name, b.name),
  missing: (a, b) => b.missing - a.missing,
  amount: (a, b) => b.amountFen - a.amountFen,
};

/** Those that are found, kept by the filter, in the order asked for; equal ones stay in the clerk's order. */
export function shownTalents<T extends ListedTalent>(talents: readonly T[], query: ListQuery): T[] {
  return found(talents, query.search).filter(KEEPS[query.filter]).sort(SORTS[query.sort]);
}

/** How many each filter would keep of those that are found: what stands on it is what its list holds. */
export function filterCounts(talents: readonly ListedTalent[], search: string): Readonly<Record<TalentFilter, number>> {
  const all = found(talents, search);
  const counts = TALENT_FILTERS.map((filter) => [filter, all.filter(KEEPS[filter]).length]);
  return Object.fromEntries(counts) as Record<TalentFilter, number>;
}

function found<T extends ListedTalent>(talents: readonly T[], search: string): T[] {
  const wanted = bare(search);
  if (wanted === '') return [...talents];
  return talents.filter(({ name }) => bare(name).includes(wanted));
}

/** Width, case, spaces and the dots of foreign names do not matter. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.]/g, '');
}

/** The ids with one of them at this place (1 is the first); beyond the ends it stays at the end. */
export function movedTo(ids: readonly string[], id: string, place: number): string[] {
  const rest = ids.filter((one) => one !== id);
  const index = Math.max(0, Math.min(rest.length, place - 1));
  return [...rest.slice(0, index), id, ...rest.slice(index)];
}
