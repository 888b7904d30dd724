import { MARKS, type Mark, type Rect } from '@/lib/paper/rules/geometry';
import type { SeenMark } from './find-marks';
import { homographyBetween, misfit, type Homography, type Pair } from './homography';
import type { Spot } from './raster';

/** Where the sheet lies in a picture. */
export type LocatedPage = {
  /** From millimetres on the paper to pixels of the picture. */
  readonly toPicture: Homography;
  /** The marks that it rests on, one of each id at most. */
  readonly marks: readonly SeenMark[];
  /** Typical distance between a mark's corners and where the map puts them, in mm on the paper. */
  readonly misfitMm: number;
};

/**
 * A sheet seen through a lens fits its marks to 0.1 mm, a strongly curled one to about 1.5 mm (RECEIPT.md 2.1).
 * Beyond that the marks do not lie on one sheet: another receipt, a copy cut up, a false reading.
 */
const MAX_MISFIT_MM = 2.5;

/**
 * Lays the sheet through the marks seen. Of several marks with one id those are chosen that fit together best.
 *
 * Null when fewer than two different marks were seen or when nothing fits; two or three give a map that is good enough
 * to tell where the missing ones would be, not to measure by.
 */
export function locatePage(seen: readonly SeenMark[]): LocatedPage | null {
  const pages = combinations(seen).flatMap((marks) => {
    const page = layThrough(marks);
    return page && page.misfitMm <= MAX_MISFIT_MM ? [page] : [];
  });
  return pages.reduce<LocatedPage | null>((best, page) => (best && !isBetter(page, best) ? best : page), null);
}

function isBetter(page: LocatedPage, best: LocatedPage): boolean {
  if (page.marks.length !== best.marks.length) return page.marks.length > best.marks.length;
  return page.misfitMm < best.misfitMm;
}

function layThrough(marks: readonly SeenMark[]): LocatedPage | null {
  const pairs = marks.flatMap(pairsOf);
  const toPicture = marks.length < 2 ? null : homographyBetween(pairs);
  if (!toPicture) return null;
  const rest = Math.sqrt(pairs.reduce((sum, pair) => sum + misfit(toPicture, pair) ** 2, 0) / pairs.length);
  return { toPicture, marks, misfitMm: rest / pixelsPerMm(marks) };
}

function pairsOf(mark: SeenMark): Pair[] {
  const printed = MARKS[mark.id].rect;
  return cornersOf(printed).flatMap((from, index) => {
    const to = mark.corners[index];
    return to ? [{ from, to }] : [];
  });
}

/** Clockwise from the top left. */
export function cornersOf({ x, y, width, height }: Rect): readonly [Spot, Spot, Spot, Spot] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Mean size of marks in pixels per mm of paper; NaN without any. */
export function pixelsPerMm(marks: readonly SeenMark[]): number {
  const sides = marks.map(({ id, corners: [a, b] }) => Math.hypot(b.x - a.x, b.y - a.y) / MARKS[id].rect.width);
  return sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

/** Every choice of at most one mark per id. Claims of one id beyond the third are not believed. */
function combinations(seen: readonly SeenMark[]): SeenMark[][] {
  return MARKS.reduce<SeenMark[][]>(
    (chosen, { id }) => chosen.flatMap((marks) => [marks, ...withOneOf(marks, id, seen)]),
    [[]],
  );
}

function withOneOf(marks: readonly SeenMark[], id: Mark['id'], seen: readonly SeenMark[]): SeenMark[][] {
  const claims = seen.filter((mark) => mark.id === id).sort((a, b) => a.wrongCells - b.wrongCells);
  return claims.slice(0, 3).map((mark) => [...marks, mark]);
}
