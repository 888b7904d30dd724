import type { Rect } from '@/lib/paper/rules/geometry';
import { cornersOf } from './locate-page';
import { mapSpot, type Homography } from './homography';
import type { Raster } from './raster';

/**
 * One frame of a live camera. Only what is asked for becomes pixels: the whole picture small, parts of it at full size.
 * A browser draws both much faster than they could be computed here.
 */
export type LiveFrame = {
  readonly width: number;
  readonly height: number;
  /** The whole frame, its longer side at most so many pixels. */
  shrunk(longSide: number): Raster;
  /** A part of the frame (whole pixels), `scale` times its size. */
  piece(area: Rect, scale: number): Raster;
};

/** A part of the sheet cut out of a frame, and the map from mm to its pixels. */
export type Piece = { readonly raster: Raster; readonly toPiece: Homography };

/** Cuts out what shows `part` of the sheet, mm, no finer than `pxPerMm`; null where it lies outside the frame. */
export function cutOut(frame: LiveFrame, toFrame: Homography, part: Rect, pxPerMm: number): Piece | null {
  const spots = cornersOf(part).map((corner) => mapSpot(toFrame, corner));
  const left = Math.max(0, Math.floor(Math.min(...spots.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...spots.map(({ y }) => y))));
  const right = Math.min(frame.width, Math.ceil(Math.max(...spots.map(({ x }) => x))));
  const bottom = Math.min(frame.height, Math.ceil(Math.max(...spots.map(({ y }) => y))));
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  if (!(area.width >= 1 && area.height >= 1)) return null;
  const density = Math.max(area.width / part.width, area.height / part.height);
  const scale = Math.min(1, pxPerMm / density);
  const raster = frame.piece(area, scale);
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
