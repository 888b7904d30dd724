import type { Mark } from '@/lib/paper/rules/geometry';
import type { SeenMark } from './find-marks';
import { grayscale, type Gray, type Raster, type Spot } from './raster';
import { refineCorners, type Corners } from './refine-corners';

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
/** The first search goes by every second place and every second pixel. */
const COARSE_STEP = 2;
/** Likeness (1 = the same but for light) below which it is something else. */
const MIN_LIKENESS = 0.75;

/** Remembers the marks' look in this picture; a mark too near the edge cannot be followed, then null. */
export function patchesOf(image: Raster, marks: readonly SeenMark[]): readonly Patch[] | null {
  const patches = marks.map(({ id, corners }) => {
    const middle = middleOf(corners);
    const side = Math.round(PATCH_SHARE * Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y));
    const left = Math.round(middle.x - side / 2);
    const top = Math.round(middle.y - side / 2);
    if (!isWithin(image, left, top, side)) return null;
    return { id, corners, left, top, side, pixels: cut(image, left, top, { width: side, height: side }).data };
  });
  return patches.every((patch) => patch !== null) ? patches : null;
}

/** Finds every mark again near where it was. Null when one of them is not there: then they must be looked for anew. */
export function trackMarks(image: Raster, patches: readonly Patch[]): readonly SeenMark[] | null {
  const marks = patches.map((patch) => {
    const move = moveOf(image, patch);
    if (!move) return null;
    const [a, b, c, d] = patch.corners;
    const moved = (spot: Spot) => ({ x: spot.x + move.x, y: spot.y + move.y });
    return { id: patch.id, corners: refineCorners(image, [moved(a), moved(b), moved(c), moved(d)]), wrongCells: 0 };
  });
  return marks.every((mark) => mark !== null) ? marks : null;
}

/** Only what lies around the mark is turned into grey: the whole picture would cost ten times as much. */
function moveOf(image: Raster, patch: Patch): Spot | null {
  const left = Math.max(0, patch.left - REACH);
  const top = Math.max(0, patch.top - REACH);
  const width = Math.min(image.width, patch.left + patch.side + REACH) - left;
  const height = Math.min(image.height, patch.top + patch.side + REACH) - top;
  const near = { ...patch, left: patch.left - left, top: patch.top - top };
  const window = cut(image, left, top, { width, height });
  const coarse = bestMove(window, near, { x: 0, y: 0 }, REACH, COARSE_STEP);
  const fine = coarse && bestMove(window, near, coarse, COARSE_STEP - 1, 1);
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

function cut(image: Raster, left: number, top: number, { width, height }: Size): Gray {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const start = ((top + row) * image.width + left) * 4;
    data.set(image.data.subarray(start, start + width * 4), row * width * 4);
  }
  return grayscale({ width, height, data });
}

const isWithin = ({ width, height }: Size, left: number, top: number, side: number) =>
  left >= 0 && top >= 0 && left + side <= width && top + side <= height;

const middleOf = ([a, b, c, d]: Corners): Spot => ({ x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 });
