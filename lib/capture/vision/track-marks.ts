import type { Mark, Rect } from '@/lib/paper/rules/geometry';
import type { SeenMark } from './find-marks';
import { grayscale, type Gray, type Raster, type Spot } from './raster';
import { refineCorners, type Corners } from './refine-corners';

/** A picture of which only windows are asked for: making the whole of it would cost more than following the marks. */
export type View = { readonly width: number; readonly height: number; window(area: Rect): Raster };

/** How one mark looked a moment ago, and where. */
export type Patch = {
  readonly id: Mark['id'];
  readonly corners: Corners;
  /** Top left pixel and side of the square that was cut out. */
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly pixels: Uint8ClampedArray;
};

/** Side of a patch by the mark's: some of the white around it belongs to its look. */
const PATCH_SHARE = 1.5;
/** How far a mark may go from one frame to the next, pixels of the small picture: a slow hand at 15 frames a second. */
const REACH = 12;
/** What the corners' search needs beside the mark at the end of that reach. */
const ROOM = 2;
/** The first search goes by every second place and every second pixel. */
const COARSE_STEP = 2;
/** Likeness (1 = the same but for light) below which it is something else. */
const MIN_LIKENESS = 0.75;

/** Remembers the marks' look in this picture; a mark too near the edge cannot be followed, then null. */
export function patchesOf(view: View, marks: readonly SeenMark[]): readonly Patch[] | null {
  const patches = marks.map(({ id, corners }) => {
    const middle = middleOf(corners);
    const side = Math.round(PATCH_SHARE * Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y));
    const left = Math.round(middle.x - side / 2);
    const top = Math.round(middle.y - side / 2);
    if (!isWithin(view, left, top, side)) return null;
    const { data } = grayscale(view.window({ x: left, y: top, width: side, height: side }));
    return { id, corners, left, top, side, pixels: data };
  });
  return patches.every((patch) => patch !== null) ? patches : null;
}

/** Finds every mark again near where it was. Null when one of them is not there: then they must be looked for anew. */
export function trackMarks(view: View, patches: readonly Patch[]): readonly SeenMark[] | null {
  const marks: SeenMark[] = [];
  for (const patch of patches) {
    const corners = follow(view, patch);
    if (!corners) return null;
    marks.push({ id: patch.id, corners, wrongCells: 0 });
  }
  return marks;
}

function follow(view: View, patch: Patch): Corners | null {
  const left = Math.max(0, patch.left - REACH - ROOM);
  const top = Math.max(0, patch.top - REACH - ROOM);
  const width = Math.min(view.width, patch.left + patch.side + REACH + ROOM) - left;
  const height = Math.min(view.height, patch.top + patch.side + REACH + ROOM) - top;
  const window = view.window({ x: left, y: top, width, height });
  const move = moveOf(grayscale(window), { ...patch, left: patch.left - left, top: patch.top - top });
  if (!move) return null;
  const by = (x: number, y: number) => (spot: Spot) => ({ x: spot.x + x, y: spot.y + y });
  return each(refineCorners(window, each(patch.corners, by(move.x - left, move.y - top))), by(left, top));
}

const each = ([a, b, c, d]: Corners, act: (spot: Spot) => Spot): Corners => [act(a), act(b), act(c), act(d)];

function moveOf(window: Gray, patch: Patch): Spot | null {
  const coarse = bestMove(window, patch, { x: 0, y: 0 }, REACH, COARSE_STEP);
  const fine = coarse && bestMove(window, patch, coarse, COARSE_STEP - 1, 1);
  return fine && fine.likeness >= MIN_LIKENESS ? fine : null;
}

type Move = Spot & { readonly likeness: number };

function bestMove(window: Gray, patch: Patch, from: Spot, reach: number, step: number): Move | null {
  let best: Move | null = null;
  for (let y = from.y - reach; y <= from.y + reach; y += step) {
    for (let x = from.x - reach; x <= from.x + reach; x += step) {
      if (!isWithin(window, patch.left + x, patch.top + y, patch.side)) continue;
      const likeness = likenessAt(window, patch, { x: patch.left + x, y: patch.top + y }, step);
      if (!best || likeness > best.likeness) best = { x, y, likeness };
    }
  }
  return best;
}

/** Normalised correlation, -1 to 1: the same print in another light is the same. */
function likenessAt({ width, data }: Gray, { side, pixels }: Patch, at: Spot, step: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB, count] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < side; row += step) {
    const start = (at.y + row) * width + at.x;
    for (let column = 0; column < side; column += step) {
      const a = pixels[row * side + column] ?? 0;
      const b = data[start + column] ?? 0;
      sumA += a;
      sumB += b;
      sumAA += a * a;
      sumBB += b * b;
      sumAB += a * b;
      count += 1;
    }
  }
  const spread = (sumAA - (sumA * sumA) / count) * (sumBB - (sumB * sumB) / count);
  return spread > 0 ? (sumAB - (sumA * sumB) / count) / Math.sqrt(spread) : 0;
}

type Size = { readonly width: number; readonly height: number };

const isWithin = ({ width, height }: Size, left: number, top: number, side: number) =>
  left >= 0 && top >= 0 && left + side <= width && top + side <= height;

const middleOf = ([a, b, c, d]: Corners): Spot => ({ x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 });
