import type { Rect } from '@/lib/paper/rules/geometry';
import { cornersOf } from './locate-page';
import { mapSpot, type Homography } from './homography';
import type { Raster } from './raster';

/**
 * One frame of a live camera. Only what is asked for becomes pixels: the whole picture small, parts of it at full size.
 */
export type LiveFrame = {
  readonly width: number;
  readonly height: number;
  /** The whole frame, its longer side at most so many pixels; may be grey. */
  shrunk(longSide: number): Raster;
  /** A part of that copy, in its own whole pixels: a few small ones cost less than the whole. May be grey. */
  window(longSide: number, area: Rect): Raster;
  /** A part of the frame (whole pixels), `scale` times its size; may be grey. */
  piece(area: Rect, scale: number): Raster;
  /** The same in colour. */
  colours(area: Rect, scale: number): Raster;
};

type Size = { readonly width: number; readonly height: number };

/** The size of a copy whose longer side has at most `longSide` pixels. */
export function sizeWithin({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A part of the sheet cut out of a frame, and the map from mm to its pixels. */
export type Piece = { readonly raster: Raster; readonly toPiece: Homography };

/** What of the sheet is wanted, mm, and how fine at most. */
export type Wanted = { readonly part: Rect; readonly pxPerMm: number; readonly inColour?: boolean };

/** Cuts out what shows this part of the sheet; null where it lies outside the frame. */
export function cutOut(frame: LiveFrame, toFrame: Homography, { part, pxPerMm, inColour }: Wanted): Piece | null {
  const spots = cornersOf(part).map((corner) => mapSpot(toFrame, corner));
  const left = Math.max(0, Math.floor(Math.min(...spots.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...spots.map(({ y }) => y))));
  const right = Math.min(frame.width, Math.ceil(Math.max(...spots.map(({ x }) => x))));
  const bottom = Math.min(frame.height, Math.ceil(Math.max(...spots.map(({ y }) => y))));
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  if (!(area.width >= 1 && area.height >= 1)) return null;
  const density = Math.max(area.width / part.width, area.height / part.height);
  const scale = Math.min(1, pxPerMm / density);
  const raster = inColour ? frame.colours(area, scale) : frame.piece(area, scale);
  // the browser rounds the size to whole pixels
  const across = raster.width / area.width;
  const down = raster.height / area.height;
  return { raster, toPiece: shifted(toFrame, area, across, down) };
}

function shifted([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Rect, across: number, down: number): Homography {
  return [
    (a - x * g) * across,
    (b - x * h) * across,
    (c - x * i) * across,
    (d - y * g) * down,
    (e - y * h) * down,
    (f - y * i) * down,
    g,
    h,
    i,
  ];
}
