import { halved } from './halved';
import { bestMatch, climb, wantedOf, type Match, type Wanted } from './correlate';
import { printedPieces } from './pieces';
import type { Gray } from './raster';

/** How far print lies from where it should, in pixels. */
export type Drift = {
  at(x: number, y: number): { dx: number; dy: number };
  /** The farthest that any print lies off, pixels. */
  readonly most: number;
  /** Share of the larger parts of print that were found again. */
  readonly found: number;
};

/** 12 × 8 mm: several characters, which is unlike everything near by. */
const PART = { width: 72, height: 48, step: 48, withCode: true };
const PART_CONTRAST = 60;
/** Beyond what the neighbours say, in halved pixels: 1.7 mm. */
const REACH = 5;
const FOUND_AGAIN = 0.5;
/** Nothing else near by is as like as that: several characters are unlike all others. */
const CERTAIN = 0.85;
/** Within 15 mm print drifts alike. */
const NEAR = 90;

type Known = {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly weight: number;
};

/**
 * A curled sheet carries its print some millimetres off what the four marks say, and more in its middle than near
 * them. So the search begins at the edges and goes on from what is found, always with the part nearest to it.
 */
export function driftOf(photo: Gray, issued: Gray): Drift {
  const [seen, drawn] = [halved(photo), halved(issued)];
  const known: Known[] = [];
  const open = printedPieces(issued, PART, PART_CONTRAST).flatMap((patch) => {
    const small = { x: patch.x >> 1, y: patch.y >> 1, width: patch.width >> 1, height: patch.height >> 1 };
    const wanted = wantedOf(drawn, small);
    const [x, y] = [patch.x + patch.width / 2, patch.y + patch.height / 2];
    // Where nothing is known yet, the edge is as good as a neighbour that lies half as far again.
    return wanted ? [{ wanted, x, y, far: 1.5 * Math.min(x, y, issued.width - x, issued.height - y) }] : [];
  });
  const parts = open.length;
  for (let one = nearest(open); one; one = nearest(open)) {
    const guess = between(known, one.x, one.y);
    const from = { dx: Math.round(guess.dx / 2), dy: Math.round(guess.dy / 2) };
    const { dx, dy, likeness } = matchOf(seen, one.wanted, from);
    if (likeness < FOUND_AGAIN) continue;
    known.push({ x: one.x, y: one.y, dx: 2 * dx, dy: 2 * dy, weight: likeness ** 2 });
    for (const other of open) other.far = Math.min(other.far, Math.hypot(other.x - one.x, other.y - one.y));
  }
  return {
    at: (x, y) => between(known, x, y),
    most: known.reduce((most, { dx, dy }) => Math.max(most, Math.hypot(dx, dy)), 0),
    found: parts === 0 ? 0 : known.length / parts,
  };
}

/** On a flat sheet the neighbours say it nearly right, so going uphill from there mostly ends on the very place. */
function matchOf(seen: Gray, wanted: Wanted, from: { readonly dx: number; readonly dy: number }): Match {
  const near = climb(seen, wanted, from, REACH);
  return near.likeness >= CERTAIN ? near : bestMatch(seen, wanted, from, REACH);
}

/** Takes the one out that lies nearest to what is known. */
function nearest<T extends { readonly far: number }>(open: T[]): T | undefined {
  let best = 0;
  for (let at = 1; at < open.length; at += 1) {
    if ((open[at]?.far ?? 0) < (open[best]?.far ?? 0)) best = at;
  }
  const [one] = open.splice(best, 1);
  return one;
}

/** What the neighbours say, the nearer the louder; far from all of them nothing is off. */
function between(known: readonly Known[], x: number, y: number): { dx: number; dy: number } {
  let [sum, dx, dy] = [1e-6, 0, 0];
  for (const one of known) {
    const distance = ((one.x - x) ** 2 + (one.y - y) ** 2) / NEAR ** 2;
    if (distance > 9) continue;
    const weight = Math.exp(-distance) * one.weight;
    sum += weight;
    dx += weight * one.dx;
    dy += weight * one.dy;
  }
  return { dx: dx / sum, dy: dy / sum };
}
