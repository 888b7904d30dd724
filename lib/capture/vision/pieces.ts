import { FRAME, MARKS, MARK_QUIET, QR, QR_QUIET, SEAL_ZONE, type Rect, withRoom } from '@/lib/paper/rules/geometry';
import type { Patch } from './correlate';
import type { Gray } from './raster';

/** How finely content is compared: print of 4.4 mm is 26 pixels high. */
export const CONTENT_PX_PER_MM = 6;

/** The dashes of the frame, 0.3 mm wide, and what a printer moves them by. */
const BESIDE_FRAME_MM = 1.2;
const INSIDE = withRoom(FRAME, -BESIDE_FRAME_MM);
/** To be stamped and written on. Its printed corners stand at the edge of the zone. */
const STAMPED = [withRoom(SEAL_ZONE, -3)];
/** What is looked at by others besides: no print that anybody reads. */
const CODED = [...MARKS.map(({ rect }) => withRoom(rect, MARK_QUIET)), withRoom(QR, QR_QUIET)];

export type PieceSize = {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  /** Code and marks too: they say nothing, but where the paper lies. */
  readonly withCode?: boolean;
};

/**
 * The parts of the issued page that have print which can be told apart wherever it is moved, on a grid of `step` pixels.
 * `contrast` is how much print that takes: mean square of the gradient in its weaker direction.
 */
export function printedPieces(
  issued: Gray,
  { width, height, step, withCode = false }: PieceSize,
  contrast: number,
): Patch[] {
  const found: Patch[] = [];
  const leftOut = withCode ? STAMPED : [...STAMPED, ...CODED];
  for (let y = 0; y + height <= issued.height; y += step) {
    for (let x = 0; x + width <= issued.width; x += step) {
      const patch = { x, y, width, height };
      if (isCompared(onPaper(patch), leftOut) && structureOf(issued, patch) > contrast) found.push(patch);
    }
  }
  return found;
}

/** In mm of the sheet. */
export function onPaper({ x, y, width, height }: Patch): Rect {
  const mm = (pixels: number) => pixels / CONTENT_PX_PER_MM;
  return { x: mm(x), y: mm(y), width: mm(width), height: mm(height) };
}

function isCompared(rect: Rect, leftOut: readonly Rect[]): boolean {
  const isInside =
    rect.x >= INSIDE.x &&
    rect.y >= INSIDE.y &&
    rect.x + rect.width <= INSIDE.x + INSIDE.width &&
    rect.y + rect.height <= INSIDE.y + INSIDE.height;
  return isInside && !leftOut.some((one) => overlap(one, rect));
}

/** The smaller eigenvalue of the structure tensor: a mere line has none, since it looks alike all along itself. */
function structureOf({ width: wide, data }: Gray, { x, y, width, height }: Patch): number {
  let [across, down, both] = [0, 0, 0];
  for (let row = y + 1; row < y + height - 1; row += 1) {
    for (let at = row * wide + x + 1, end = row * wide + x + width - 1; at < end; at += 1) {
      const right = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const below = (data[at + wide] ?? 0) - (data[at - wide] ?? 0);
      across += right * right;
      down += below * below;
      both += right * below;
    }
  }
  return ((across + down) / 2 - Math.hypot((across - down) / 2, both)) / (width * height);
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
