import type { Rect } from '@/lib/paper/rules/geometry';
import type { ContentReading } from '../rules/inspection';
import { THRESHOLDS } from '../rules/thresholds';
import { bestMatch, climb, wantedOf, type Patch } from './correlate';
import { downscale } from './downscale';
import { driftOf, type Drift } from './drift';
import { CONTENT_PX_PER_MM, onPaper, overlap, printedPieces } from './pieces';
import type { Gray, Raster } from './raster';

/** 3.3 mm: little more than one digit of 4.4 mm print, so that one changed digit is most of what a piece shows. */
const PIECE = { width: 20, height: 20, step: 11 };
const PIECE_CONTRAST = 300;
/** The drift is known to half a millimetre; the rest is looked for. */
const REACH = 5;
const SAMPLE = 40;
/** A page that differs everywhere need not be drawn piece by piece. */
const PLACES_MAX = 40;

/**
 * Compares a straightened photograph with the page as it was issued, piece by piece. `issued` is the drawn page without
 * red, CONTENT_PX_PER_MM pixels to the millimetre, and `softened` the same as a lens makes it, sharpest first. Only its
 * print counts, and red ink over it does not.
 */
export function compareContent(flat: Raster, issued: Gray, softened: readonly Gray[]): ContentReading {
  const photo = withoutRed(downscale(flat, issued.height));
  const drift = driftOf(photo, issued);
  const pieces = printedPieces(issued, PIECE, PIECE_CONTRAST);
  const soft = softest(photo, softened, drift, pieces) ?? issued;
  const likenesses = pieces.map((patch) => likeness(photo, soft, patch, expected(drift, patch)));
  const usual = middle(likenesses);
  const { piece, alone } = THRESHOLDS.content;
  const low = pieces
    .filter((_, index) => (likenesses[index] ?? 0) < usual * piece)
    .map((patch) => ({ rect: onPaper(patch), ratio: closest(photo, soft, patch, expected(drift, patch)) / usual }))
    .filter(({ ratio }) => ratio < piece);
  // Pieces overlap, so a changed character mostly shows in several; what only one says a little is dirt or chance.
  const differing = low.filter(
    (one) => one.ratio < alone || low.some((other) => other !== one && overlap(one.rect, other.rect)),
  );
  return {
    pieces: pieces.length,
    usual,
    lowest: pieces.length === 0 ? 0 : Math.min(...likenesses) / Math.max(usual, 0.01),
    share: pieces.length === 0 ? 0 : differing.length / pieces.length,
    found: drift.found,
    driftMm: drift.most / CONTENT_PX_PER_MM,
    places: together(differing.map(({ rect }) => rect)).slice(0, PLACES_MAX),
  };
}

/** Red light passes red ink: what is stamped over print hides little of it. */
export function withoutRed({ width, height, data }: Raster): Gray {
  const gray = new Uint8ClampedArray(width * height);
  for (let at = 0; at < gray.length; at += 1) gray[at] = data[at * 4] ?? 0;
  return { width, height, data: gray };
}

/** Of the drawn pages the one that is as soft as the photograph: what makes a sample most like it. */
function softest(photo: Gray, drawn: readonly Gray[], drift: Drift, pieces: readonly Patch[]): Gray | undefined {
  const sample = pieces.filter((_, index) => index % SAMPLE === 0);
  let best: { readonly usual: number; readonly page: Gray } | undefined;
  for (const page of drawn) {
    const usual = middle(sample.map((patch) => likeness(photo, page, patch, expected(drift, patch))));
    // It rises to the right one and falls behind it.
    if (best && usual < best.usual) break;
    best = { usual, page };
  }
  return best?.page;
}

type Off = { readonly dx: number; readonly dy: number };

function expected(drift: Drift, patch: Patch): Off {
  const { dx, dy } = drift.at(patch.x + patch.width / 2, patch.y + patch.height / 2);
  return { dx: Math.round(dx), dy: Math.round(dy) };
}

function likeness(photo: Gray, drawn: Gray, patch: Patch, off: Off): number {
  const wanted = wantedOf(drawn, patch);
  return wanted ? Math.max(0, climb(photo, wanted, off, REACH).likeness) : 1;
}

/** Before anything is said to differ, everywhere near by is looked at: going uphill may end on a lower hill. */
function closest(photo: Gray, drawn: Gray, patch: Patch, off: Off): number {
  const wanted = wantedOf(drawn, patch);
  return wanted ? bestMatch(photo, wanted, off, REACH + 3).likeness : 1;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Rectangles that overlap become the one around them. */
function together(rects: readonly Rect[]): Rect[] {
  const merged: Rect[] = [];
  for (const rect of rects) {
    let around = rect;
    for (let at = merged.findIndex((one) => overlap(one, around)); at >= 0;) {
      const [one] = merged.splice(at, 1);
      if (one) around = hull(one, around);
      at = merged.findIndex((other) => overlap(other, around));
    }
    merged.push(around);
  }
  return merged.sort((a, b) => a.y - b.y || a.x - b.x);
}

function hull(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { x, y, width: right - x, height: bottom - y };
}
