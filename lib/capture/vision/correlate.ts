import type { Gray, Spot } from './raster';

/** A part of a picture, in pixels; `x` and `y` are its top left one. */
export type Patch = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How far off a patch was found again, pixels, and how alike both are, -1 to 1. */
export type Match = { readonly dx: number; readonly dy: number; readonly likeness: number };
type Off = Pick<Match, 'dx' | 'dy'>;

/** What is looked for, once for all places where it is looked for. */
export type Wanted = { readonly patch: Patch; readonly values: Float32Array; readonly norm: number };

/**
 * The patch without its mean; null where it is as good as blank. `between` pixels further right and down, a fraction of
 * one: mixed from its neighbours.
 */
export function wantedOf(picture: Gray, patch: Patch, between: Spot = { x: 0, y: 0 }): Wanted | null {
  const { x, y, width, height } = patch;
  const values = new Float32Array(width * height);
  const shares = { here: (1 - between.x) * (1 - between.y), right: between.x * (1 - between.y) };
  const below = { here: (1 - between.x) * between.y, right: between.x * between.y };
  let sum = 0;
  for (let row = 0, to = 0; row < height; row += 1) {
    for (let from = (y + row) * picture.width + x, end = from + width; from < end; from += 1, to += 1) {
      const under = from + picture.width;
      const value =
        shares.here * (picture.data[from] ?? 0) +
        shares.right * (picture.data[from + 1] ?? 0) +
        below.here * (picture.data[under] ?? 0) +
        below.right * (picture.data[under + 1] ?? 0);
      values[to] = value;
      sum += value;
    }
  }
  const mean = sum / values.length;
  let square = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] ?? 0) - mean;
    values[at] = value;
    square += value * value;
  }
  return square < values.length ? null : { patch, values, norm: Math.sqrt(square) };
}

/** The most alike of all places within `reach` pixels around `from`. */
export function bestMatch(picture: Gray, wanted: Wanted, from: Off, reach: number): Match {
  let best: Match = { ...from, likeness: -1 };
  for (let dy = from.dy - reach; dy <= from.dy + reach; dy += 1) {
    for (let dx = from.dx - reach; dx <= from.dx + reach; dx += 1) {
      const likeness = likenessAt(picture, wanted, dx, dy);
      if (likeness > best.likeness) best = { dx, dy, likeness };
    }
  }
  return best;
}

/** The place to which going uphill leads from `from`, at most `reach` pixels away: a tenth of the work. */
export function climb(picture: Gray, wanted: Wanted, from: Off, reach: number): Match {
  let best: Match = { ...from, likeness: likenessAt(picture, wanted, from.dx, from.dy) };
  for (let step = 0; step < reach; step += 1) {
    const around = bestMatch(picture, wanted, best, 1);
    if (around.likeness <= best.likeness) return best;
    best = around;
  }
  return best;
}

/** Correlation of brightness: light and contrast do not count, only the shape. -1 where it leaves the picture. */
function likenessAt({ width: wide, height: high, data }: Gray, wanted: Wanted, dx: number, dy: number): number {
  const { patch, values, norm } = wanted;
  const [left, top] = [patch.x + dx, patch.y + dy];
  if (left < 0 || top < 0 || left + patch.width > wide || top + patch.height > high) return -1;
  let sum = 0;
  let square = 0;
  let both = 0;
  for (let row = 0, at = 0; row < patch.height; row += 1) {
    for (let from = (top + row) * wide + left, end = from + patch.width; from < end; from += 1, at += 1) {
      const value = data[from] ?? 0;
      sum += value;
      square += value * value;
      both += value * (values[at] ?? 0);
    }
  }
  const spread = square - (sum * sum) / values.length;
  return spread < 1 ? 0 : both / (norm * Math.sqrt(spread));
}
