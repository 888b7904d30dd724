import type { Rect } from '@/lib/paper/rules/geometry';
import type { InkMask } from './red-ink';
import type { Spot } from './raster';

/** The ring of a seal: a circle or an ellipse, in mm of the straightened piece. */
export type Ring = {
  readonly middle: Spot;
  /** The longer half axis. */
  readonly radius: number;
  readonly shape: Shape;
  /** Share of its directions in which ink is met on the ring and none just outside, 0 to 1. */
  readonly coverage: number;
};

/** `flatness` 1 is a circle; otherwise long axis by short axis, the long one turned by `turn` radians. */
type Shape = { readonly flatness: number; readonly turn: number };

export type RadiusRange = { readonly min: number; readonly max: number };

const CIRCLE: Shape = { flatness: 1, turn: 0 };
/** A circle that is covered this far needs no ellipse. */
const CIRCLE_IS_ENOUGH = 0.8;
const FLATNESSES = [1.15, 1.33, 1.5] as const;
const TURNS_PER_HALF = 12;
/** How far the middle of an oval seal can lie from the middle of all its ink. */
const NEARBY_MM = 6;
/** Ink just outside the ring means a blot, not a ring. */
const OUTSIDE_MM = 2.2;
const STEPS_MM = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1] as const;
const DIRECTIONS = { coarse: 36, fine: 120 } as const;

/** The ring that most of the ink speaks for; null when there is no ink. No half axis is shorter than `radius.min`. */
export function findRing({ width, height, isInk }: InkMask, pxPerMm: number, radius: RadiusRange): Ring | null {
  if (!isInk.includes(1)) return null;
  const coarse = cells({ width, height, isInk }, pxPerMm, 1);
  const fine = cells({ width, height, isInk }, pxPerMm, 0.5);
  const everywhere = { x: 0, y: 0, width: width / pxPerMm, height: height / pxPerMm };
  const circle = closer(fine, search(coarse, CIRCLE, radius, everywhere));
  if (circle.coverage >= CIRCLE_IS_ENOUGH) return circle;
  const { x, y } = middleOf(coarse);
  const nearby = { x: x - NEARBY_MM, y: y - NEARBY_MM, width: 2 * NEARBY_MM, height: 2 * NEARBY_MM };
  return ellipses()
    .map((shape) => search(coarse, shape, { min: radius.min * shape.flatness, max: radius.max }, nearby))
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, 3)
    .map((ring) => closer(fine, ring))
    .reduce((best, ring) => (ring.coverage > best.coverage + 0.05 ? ring : best), circle);
}

function ellipses(): Shape[] {
  return FLATNESSES.flatMap((flatness) =>
    Array.from({ length: TURNS_PER_HALF }, (_, i) => ({ flatness, turn: (i * Math.PI) / TURNS_PER_HALF })),
  );
}

/** Ink on a grid of squares of `side` mm: a square counts when any of its pixels does. */
type Cells = { readonly side: number; readonly columns: number; readonly rows: number; readonly isInk: Uint8Array };

function cells(mask: InkMask, pxPerMm: number, side: number): Cells {
  const step = side * pxPerMm;
  const columns = Math.ceil(mask.width / step);
  const rows = Math.ceil(mask.height / step);
  const isInk = new Uint8Array(columns * rows);
  mask.isInk.forEach((ink, at) => {
    if (ink) isInk[Math.floor(Math.floor(at / mask.width) / step) * columns + Math.floor((at % mask.width) / step)] = 1;
  });
  return { side, columns, rows, isInk };
}

/** The middle of all ink, mm. */
function middleOf({ side, columns, isInk }: Cells): Spot {
  let [x, y, count] = [0, 0, 0];
  isInk.forEach((ink, at) => {
    if (ink) [x, y, count] = [x + (at % columns), y + Math.floor(at / columns), count + 1];
  });
  return { x: (x / count + 0.5) * side, y: (y / count + 0.5) * side };
}

/** All radii, and all middles in `within` (mm), in steps of one millimetre. */
function search(grid: Cells, shape: Shape, radius: RadiusRange, within: Rect): Ring {
  let best: Ring = { middle: { x: 0, y: 0 }, radius: radius.min, shape, coverage: 0 };
  const rim = directions(shape, DIRECTIONS.coarse);
  for (let longer = radius.min; longer <= radius.max; longer += 1) {
    for (let y = within.y; y <= within.y + within.height; y += 1) {
      for (let x = within.x; x <= within.x + within.width; x += 1) {
        const coverage = covered(grid, { x, y, radius: longer }, rim, best.coverage);
        if (coverage > best.coverage) best = { middle: { x, y }, radius: longer, shape, coverage };
      }
    }
  }
  return best;
}

/** The same ring in quarters of a millimetre, on finer ink; an ellipse is also bent and turned a little. */
function closer(grid: Cells, found: Ring): Ring {
  const rings = variantsOf(found.shape).map((shape) => closerIn(grid, { ...found, shape }));
  return rings.reduce((best, ring) => (ring.coverage > best.coverage ? ring : best));
}

function variantsOf(shape: Shape): Shape[] {
  if (shape.flatness === 1) return [shape];
  return [-0.07, 0, 0.07].flatMap((flatter) =>
    [-0.08, 0, 0.08].map((turned) => ({ flatness: shape.flatness + flatter, turn: shape.turn + turned })),
  );
}

function closerIn(grid: Cells, found: Ring): Ring {
  const rim = directions(found.shape, DIRECTIONS.fine);
  let best: Ring = { ...found, coverage: 0 };
  for (const dr of STEPS_MM) {
    for (const dy of STEPS_MM) {
      for (const dx of STEPS_MM) {
        const [x, y, radius] = [found.middle.x + dx, found.middle.y + dy, found.radius + dr];
        const coverage = covered(grid, { x, y, radius }, rim, best.coverage);
        if (coverage > best.coverage) best = { middle: { x, y }, radius, shape: found.shape, coverage };
      }
    }
  }
  return best;
}

/** Points of the rim for a radius of 1: x and y one after the other. */
function directions({ flatness, turn }: Shape, count: number): Float64Array {
  const rim = new Float64Array(count * 2);
  for (let i = 0; i < count; i += 1) {
    const long = Math.cos((2 * Math.PI * i) / count);
    const short = Math.sin((2 * Math.PI * i) / count) / flatness;
    rim[i * 2] = long * Math.cos(turn) - short * Math.sin(turn);
    rim[i * 2 + 1] = long * Math.sin(turn) + short * Math.cos(turn);
  }
  return rim;
}

/** Given up, with what was counted so far, as soon as it cannot come to more than `best`. */
function covered(grid: Cells, { x, y, radius }: RimAt, rim: Float64Array, best: number): number {
  const outside = radius + OUTSIDE_MM;
  const count = rim.length / 2;
  let missesLeft = count * (1 - best);
  let hits = 0;
  for (let i = 0; i < rim.length && missesLeft > 0; i += 2) {
    const across = rim[i] ?? 0;
    const down = rim[i + 1] ?? 0;
    const isHit =
      inkAt(grid, x + across * radius, y + down * radius) && !inkAt(grid, x + across * outside, y + down * outside);
    if (isHit) hits += 1;
    else missesLeft -= 1;
  }
  return hits / count;
}

type RimAt = Spot & { readonly radius: number };

function inkAt({ side, columns, rows, isInk }: Cells, x: number, y: number): boolean {
  const column = Math.floor(x / side);
  const row = Math.floor(y / side);
  return column >= 0 && row >= 0 && column < columns && row < rows && isInk[row * columns + column] === 1;
}
