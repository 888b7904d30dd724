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
  const { usual, pieces } = findPieces(photo, softened, drift, printedPieces(issued, PIECE, PIECE_CONTRAST));
  const { piece, share } = THRESHOLDS.content;
  const isLow = (one: Piece) => ratioOf(one) < piece;
  const around = pieces.map((one) => (isLow(one) ? lookAround(photo, drift, one) : one));
  // Where that many differ it is another page, and looking more closely takes long.
  const isOther = around.filter(isLow).length > share * pieces.length;
  const looked = isOther ? around : around.map((one) => (isLow(one) ? lookFinely([photo, flat], softened, one) : one));
  const differing = looked.filter(isLow);
  return {
    pieces: pieces.length,
    usual,
    lowest: pieces.length === 0 ? 0 : Math.min(...looked.map(ratioOf)),
    share: pieces.length === 0 ? 0 : differing.length / pieces.length,
    found: drift.found,
    driftMm: drift.most / CONTENT_PX_PER_MM,
    places: together(differing.map(({ patch }) => onPaper(patch))).slice(0, PLACES_MAX),
  };
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
