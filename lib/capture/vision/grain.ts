import { FRAME, type Rect } from '@/lib/paper/rules/geometry';
import { mapSpot, type Homography } from './homography';
import type { Raster } from './raster';

/** Nothing is printed between the frame's sides and the column of text: 7 mm of bare paper left and right. */
const MARGINS: readonly Rect[] = [FRAME.x + 2.5, FRAME.x + FRAME.width - 9.5].map((x) => ({
  x,
  y: FRAME.y + 20,
  width: 7,
  height: FRAME.height - 40,
}));
const STEP_MM = 1.3;

/**
 * Mean difference between neighbouring pixels of bare paper, in levels of 255, read off the picture as it came.
 *
 * A camera never gives 0; a screenshot or a converted file does.
 */
export function grainOf(image: Raster, toPicture: Homography): number {
  let sum = 0;
  let count = 0;
  for (const { x: left, y: top, width, height } of MARGINS) {
    for (let y = top; y < top + height; y += STEP_MM) {
      for (let x = left; x < left + width; x += STEP_MM) {
        const spot = mapSpot(toPicture, { x, y });
        const difference = stepAt(image, Math.floor(spot.x), Math.floor(spot.y));
        if (difference === null) continue;
        sum += difference;
        count += 1;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

function stepAt({ width, height, data }: Raster, x: number, y: number): number | null {
  if (x < 0 || y < 0 || x + 1 >= width || y >= height) return null;
  const at = (y * width + x) * 4;
  let sum = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    sum += Math.abs((data[at + channel] ?? 0) - (data[at + 4 + channel] ?? 0));
  }
  return sum / 3;
}
