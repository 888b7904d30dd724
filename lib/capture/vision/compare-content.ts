import type { Rect } from '@/lib/paper/rules/geometry';
import type { ContentReading } from '../rules/inspection';
import { THRESHOLDS } from '../rules/thresholds';
import { findPieces, lookAround, lookFinely, type Piece } from './compare-pieces';
import { driftOf } from './drift';
import { CONTENT_PX_PER_MM, onPaper, overlap, printedPieces } from './pieces';
import type { Gray, Raster } from './raster';
import { smoothed } from './smoothed';

/** 3.3 mm: little more than one digit of 4.4 mm print, so that one changed digit is most of what a piece shows. */
const PIECE = { width: 20, height: 20, step: 11 };
const PIECE_CONTRAST = 300;
/** From this one of the softened pages on the photograph counts as soft: about what a lens half a step out of focus makes. */
const SOFT_FROM = 3;
/** A page that differs everywhere need not be drawn piece by piece. */
const PLACES_MAX = 40;

/**
 * Compares a straightened photograph with the page as it was issued, piece by piece. Both by red light and
 * CONTENT_PX_PER_MM pixels to the millimetre; `softened` is the issued page as lenses make it, sharpest first. Only its
 * print counts, and red ink over it does not.
 */
export function compareContent(flat: Gray, issued: Gray, softened: readonly [Gray, ...Gray[]]): ContentReading {
  const photo = smoothed(flat);
  const drift = driftOf(photo, issued);
  const { usual, softness, pieces } = findPieces(photo, softened, drift, printedPieces(issued, PIECE, PIECE_CONTRAST));
  const { doubt, piece, together: limit, share } = THRESHOLDS.content;
  const isDoubted = (one: Piece) => ratioOf(one) < doubt;
  const around = pieces.filter(isDoubted).map((one) => lookAround(photo, drift, one));
  // Where that many differ it is another page, and looking more closely takes long.
  const isOther = around.filter((one) => ratioOf(one) < piece).length > share * pieces.length;
  const looked = isOther ? around : around.map((one) => lookFinely([photo, flat], softened, one));
  const least = softness < SOFT_FROM ? limit.sharp : limit.soft;
  const judged = looked.map((one) => ({ patch: one.patch, likeness: withNeighbours(one, looked) }));
  const differing = judged.filter(({ likeness }) => likeness < least);
  return {
    pieces: pieces.length,
    usual,
    lowest: pieces.length === 0 ? 0 : Math.min(1, ...judged.map(({ likeness }) => likeness)),
    share: pieces.length === 0 ? 0 : differing.length / pieces.length,
    found: drift.found,
    driftMm: drift.most / CONTENT_PX_PER_MM,
    places: together(differing.map(({ patch }) => onPaper(patch))).slice(0, PLACES_MAX),
  };
}

/**
 * How alike a piece is together with the two least alike of those that overlap it. What differs lies in several, since
 * they overlap by half; the finest print, as of 喆 or 章, may be unlike in one alone where the picture is soft.
 */
function withNeighbours(one: Piece, looked: readonly Piece[]): number {
  const beside = looked.filter((other) => other !== one && overlap(other.patch, one.patch)).map(ratioOf);
  const [first = 1, second = 1] = beside.sort((a, b) => a - b);
  return (Math.min(1, ratioOf(one)) + Math.min(1, first) + Math.min(1, second)) / 3;
}

const ratioOf = ({ likeness, should }: Piece) => likeness / should;

/** Red light passes red ink: what is stamped over print hides little of it. */
export function withoutRed({ width, height, data }: Raster): Gray {
  const gray = new Uint8ClampedArray(width * height);
  for (let at = 0; at < gray.length; at += 1) gray[at] = data[at * 4] ?? 0;
  return { width, height, data: gray };
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
