import { leastSquares } from './least-squares';
import type { Spot } from './raster';

/** A perspective map of the plane, row by row; the last number is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** One place on the one side and the same place on the other. */
export type Pair = { readonly from: Spot; readonly to: Spot };

/**
 * The map that carries every `from` to its `to`: exact for four pairs, least squares for more.
 *
 * Null when the pairs do not fix one (fewer than four, or on one line).
 */
export function homographyBetween(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null;
  const before = normalising(pairs.map(({ from }) => from));
  const after = normalising(pairs.map(({ to }) => to));
  const equations = pairs.flatMap(({ from, to }) => rowsOf(mapSpot(before, from), mapSpot(after, to)));
  const solved = leastSquares(equations, 8);
  if (!solved) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  const undone = inverse(after);
  return undone && scaled(product(product(undone, [a, b, c, d, e, f, g, h, 1]), before));
}

export function mapSpot(map: Homography, spot: Spot): Spot {
  const [a, b, c, d, e, f, g, h, i] = map;
  const depth = g * spot.x + h * spot.y + i;
  return { x: (a * spot.x + b * spot.y + c) / depth, y: (d * spot.x + e * spot.y + f) / depth };
}

/** The map back; null when there is none (everything lies on one line). */
export function inverse(map: Homography): Homography | null {
  const [a, b, c, d, e, f, g, h, i] = map;
  const cofactors = [e * i - f * h, f * g - d * i, d * h - e * g] as const;
  const determinant = a * cofactors[0] + b * cofactors[1] + c * cofactors[2];
  if (Math.abs(determinant) < 1e-12) return null;
  return scaled([
    cofactors[0],
    c * h - b * i,
    b * f - c * e,
    cofactors[1],
    a * i - c * g,
    c * d - a * f,
    cofactors[2],
    b * g - a * h,
    a * e - b * d,
  ]);
}

/** Distance in the target's unit between where a pair's `from` lands and where it should. */
export function misfit(map: Homography, { from, to }: Pair): number {
  const landed = mapSpot(map, from);
  return Math.hypot(landed.x - to.x, landed.y - to.y);
}

/** First `second`, then `first`. */
export function product(first: Homography, second: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = first;
  const [p, q, r, s, t, u, v, w, x] = second;
  return [
    a * p + b * s + c * v,
    a * q + b * t + c * w,
    a * r + b * u + c * x,
    d * p + e * s + f * v,
    d * q + e * t + f * w,
    d * r + e * u + f * x,
    g * p + h * s + i * v,
    g * q + h * t + i * w,
    g * r + h * u + i * x,
  ];
}

function scaled(map: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = map;
  return [a / i, b / i, c / i, d / i, e / i, f / i, g / i, h / i, 1];
}

/** Moves the points' mean to the origin and their mean distance to √2: without it the equations lose digits. */
function normalising(spots: readonly Spot[]): Homography {
  const x = mean(spots.map((spot) => spot.x));
  const y = mean(spots.map((spot) => spot.y));
  const scale = Math.SQRT2 / (mean(spots.map((spot) => Math.hypot(spot.x - x, spot.y - y))) || 1);
  return [scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function rowsOf(from: Spot, to: Spot): number[][] {
  return [
    [from.x, from.y, 1, 0, 0, 0, -from.x * to.x, -from.y * to.x, to.x],
    [0, 0, 0, from.x, from.y, 1, -from.x * to.y, -from.y * to.y, to.y],
  ];
}
