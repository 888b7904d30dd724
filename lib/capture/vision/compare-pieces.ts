import { bestMatch, climb, wantedOf, type Match, type Patch, type Wanted } from './correlate';
import type { Drift } from './drift';
import type { Gray } from './raster';

/** The drift is known to half a millimetre; the rest is looked for. */
const REACH = 5;
const SAMPLE = 40;
/** Print seldom falls on whole pixels: the last look moves it by halves of one, a little around where it was found. */
const HALVES = [0, 0.5] as const;
const HALVES_REACH = 2;
/** Of print as faint as you like at least this share of what is usual is wanted. */
const FAINTEST = 0.85;
const LEAST = 0.01;

/** A piece of the issued page as it was found on the photograph. */
export type Piece = {
  readonly patch: Patch;
  readonly wanted: Wanted;
  /** Where it was found, or is to be looked for. */
  readonly off: Off;
  readonly likeness: number;
  /** How alike print of this contrast usually is on this photograph. */
  readonly should: number;
};
type Off = Pick<Match, 'dx' | 'dy'>;

/**
 * Looks for every piece of the issued page by the quickest way. `drawn` is the page as lenses make it, sharpest first: it
 * is compared with the one that is as soft as the photograph, whose place among them is `softness`. `usual` is how alike
 * the middle one of the pieces is.
 */
export function findPieces(
  photo: Gray,
  drawn: readonly [Gray, ...Gray[]],
  drift: Drift,
  patches: readonly Patch[],
): { readonly usual: number; readonly softness: number; readonly pieces: readonly Piece[] } {
  const page = softest(photo, drawn, drift, patches);
  const found = patches.flatMap((patch) => {
    const wanted = wantedOf(page, patch);
    return wanted ? [{ patch, wanted, ...uphill(photo, wanted, expected(drift, patch)) }] : [];
  });
  const usual = middle(found.map(({ likeness }) => likeness));
  const should = usualFor(
    usual,
    found.map(({ wanted }) => wanted),
  );
  return { usual, softness: drawn.indexOf(page), pieces: found.map((one) => ({ ...one, should: should(one.wanted) })) };
}

/** Everywhere near where the piece should be: going uphill may end on a lower hill. */
export function lookAround(photo: Gray, drift: Drift, piece: Piece): Piece {
  const { dx, dy, likeness } = bestMatch(photo, piece.wanted, expected(drift, piece.patch), REACH + 3);
  return { ...piece, off: { dx, dy }, likeness };
}

/** Between the pixels, and softer and sharper: a sheet held aslant is not equally sharp everywhere. */
export function lookFinely(photos: readonly Gray[], drawn: readonly Gray[], piece: Piece): Piece {
  const moved = drawn.flatMap((page) =>
    HALVES.flatMap((x) => HALVES.flatMap((y) => wantedOf(page, piece.patch, { x, y }) ?? [])),
  );
  const likenesses = photos.flatMap((photo) =>
    moved.map((wanted) => bestMatch(photo, wanted, piece.off, HALVES_REACH).likeness),
  );
  return { ...piece, likeness: Math.max(piece.likeness, ...likenesses) };
}

/** Of the drawn pages the one that is as soft as the photograph: what makes a sample most like it. */
function softest(photo: Gray, drawn: readonly [Gray, ...Gray[]], drift: Drift, patches: readonly Patch[]): Gray {
  const sample = patches.filter((_, index) => index % SAMPLE === 0);
  let best: { readonly usual: number; readonly page: Gray } | undefined;
  for (const page of drawn) {
    const likenesses = sample.map((patch) => {
      const wanted = wantedOf(page, patch);
      return wanted ? uphill(photo, wanted, expected(drift, patch)).likeness : 1;
    });
    const usual = middle(likenesses);
    // It rises to the right one and falls behind it.
    if (best && usual < best.usual) break;
    best = { usual, page };
  }
  return best?.page ?? drawn[0];
}

function uphill(photo: Gray, wanted: Wanted, from: Off): { readonly off: Off; readonly likeness: number } {
  const { dx, dy, likeness } = climb(photo, wanted, from, REACH);
  return { off: { dx, dy }, likeness: Math.max(0, likeness) };
}

/**
 * Grain weighs more where there is less print. It is as strong everywhere, so from what it does to print of middling
 * contrast follows what it does to the rest: likeness² is the print's share of all that varies.
 */
function usualFor(usual: number, all: readonly Wanted[]): (wanted: Wanted) => number {
  const known = Math.max(usual, LEAST);
  const grain = middle(all.map(({ norm }) => norm ** 2)) * (1 / known ** 2 - 1);
  return ({ norm }) => Math.min(known, Math.max(FAINTEST * known, Math.sqrt(norm ** 2 / (norm ** 2 + grain))));
}

function expected(drift: Drift, patch: Patch): Off {
  const { dx, dy } = drift.at(patch.x + patch.width / 2, patch.y + patch.height / 2);
  return { dx: Math.round(dx), dy: Math.round(dy) };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
