/** Places in mm that the rows of talents have, over and above what stands on the page anyway. */
export type Room = {
  readonly first: number;
  /** What the line "see the annex" takes from the first page once there is an annex. */
  readonly summary: number;
  readonly annex: number;
};

/** Rows `from` (included) to `to` (excluded), counted from 0. */
export type RowRange = { readonly from: number; readonly to: number };

/**
 * Shares rows out to the first page and as many annex pages as they need, in order and each row whole.
 *
 * The first entry is the first page; it may hold no row at all when there is an annex. Every annex page holds at least
 * one row, so that a row taller than a page cannot loop.
 */
export function paginate(heights: readonly number[], room: Room): readonly RowRange[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total <= room.first) return [{ from: 0, to: heights.length }];

  const pages = [take(heights, 0, room.first - room.summary)];
  let from = pages[0]?.to ?? 0;
  while (from < heights.length) {
    const page = take(heights, from, room.annex);
    const to = Math.max(page.to, from + 1);
    pages.push({ from, to });
    from = to;
  }
  return pages;
}

function take(heights: readonly number[], from: number, room: number): RowRange {
  let left = room;
  let to = from;
  for (const height of heights.slice(from)) {
    left -= height;
    if (left < -1e-9) break;
    to += 1;
  }
  return { from, to };
}
