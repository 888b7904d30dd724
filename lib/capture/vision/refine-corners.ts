import type { Raster, Spot } from './raster';
import { brightnessAt } from './sample';

/** The four corners of one mark, clockwise from its own top left. */
export type Corners = readonly [Spot, Spot, Spot, Spot];

const PROFILES_PER_SIDE = 14;
const STEPS_PER_PROFILE = 24;
/** Below this step from black to white a profile says more about noise than about the edge. */
const MIN_CONTRAST = 16;

/**
 * Moves the corners of a black square onto the place where its sides really meet, to a fraction of a pixel.
 *
 * Along each side the step from black to white is looked up in many short profiles, a line is laid through them, and
 * neighbouring lines are crossed. A side that cannot be seen leaves the corners as they came.
 */
export function refineCorners(image: Raster, corners: Corners): Corners {
  return refineOnce(image, refineOnce(image, corners));
}

function refineOnce(image: Raster, corners: Corners): Corners {
  const [a, b, c, d] = corners;
  const lines = [lineAlong(image, a, b), lineAlong(image, b, c), lineAlong(image, c, d), lineAlong(image, d, a)];
  const [ab, bc, cd, da] = lines;
  return [crossing(da, ab) ?? a, crossing(ab, bc) ?? b, crossing(bc, cd) ?? c, crossing(cd, da) ?? d];
}

/** All points with `nx · x + ny · y = offset`; the normal has length 1. */
type Line = { readonly nx: number; readonly ny: number; readonly offset: number };

function lineAlong(image: Raster, from: Spot, to: Spot): Line | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const normal = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  // the ring of black is a sixth of the side wide: a longer profile would reach the white cells behind it
  const reach = Math.max(1.5, length / 8);
  const steps: Spot[] = [];
  for (let i = 0; i < PROFILES_PER_SIDE; i += 1) {
    const along = 0.1 + (0.8 * i) / (PROFILES_PER_SIDE - 1);
    const middle = { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
    const out = stepOutwards(image, middle, normal, reach);
    if (out !== null) steps.push({ x: middle.x + normal.x * out, y: middle.y + normal.y * out });
  }
  return throughMost(steps);
}

/** How far outside `middle` the picture turns from black to white, in pixels; null where no step is seen. */
function stepOutwards(image: Raster, middle: Spot, normal: Spot, reach: number): number | null {
  const place = (i: number) => -reach + (2 * reach * i) / STEPS_PER_PROFILE;
  const profile = Array.from({ length: STEPS_PER_PROFILE + 1 }, (_, i) =>
    brightnessAt(image, middle.x + normal.x * place(i), middle.y + normal.y * place(i)),
  );
  const black = Math.min(...profile.slice(0, STEPS_PER_PROFILE / 2));
  const white = Math.max(...profile.slice(STEPS_PER_PROFILE / 2));
  if (white - black < MIN_CONTRAST) return null;
  const half = (black + white) / 2;
  for (let i = profile.indexOf(black); i < STEPS_PER_PROFILE; i += 1) {
    const here = profile[i] ?? 0;
    const next = profile[i + 1] ?? 0;
    if (here <= half && next > half) {
      const part = (half - here) / (next - here);
      return place(i) + part * (place(i + 1) - place(i));
    }
  }
  return null;
}

/** A line through the steps, laid a second time without those that stand off the first. */
function throughMost(steps: readonly Spot[]): Line | undefined {
  const first = through(steps);
  if (!first) return undefined;
  const distances = steps.map((spot) => Math.abs(first.nx * spot.x + first.ny * spot.y - first.offset));
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  return through(steps.filter((_, index) => (distances[index] ?? 0) <= 2.5 * usual + 0.05)) ?? first;
}

function through(spots: readonly Spot[]): Line | undefined {
  if (spots.length < 5) return undefined;
  const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length;
  const y = spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const spot of spots) {
    xx += (spot.x - x) ** 2;
    yy += (spot.y - y) ** 2;
    xy += (spot.x - x) * (spot.y - y);
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const nx = -Math.sin(angle);
  const ny = Math.cos(angle);
  return { nx, ny, offset: nx * x + ny * y };
}

function crossing(first: Line | undefined, second: Line | undefined): Spot | undefined {
  if (!first || !second) return undefined;
  const determinant = first.nx * second.ny - first.ny * second.nx;
  if (Math.abs(determinant) < 0.2) return undefined;
  return {
    x: (first.offset * second.ny - second.offset * first.ny) / determinant,
    y: (first.nx * second.offset - second.nx * first.offset) / determinant,
  };
}
