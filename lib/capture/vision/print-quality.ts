import { QR, QR_QUIET } from '@/lib/paper/rules/geometry';
import type { Homography } from './homography';
import { grayscale, percentile, type Raster } from './raster';
import { rectify } from './rectify';
import { sharpnessOf } from './sharpness';

export const QUALITY_PX_PER_MM = 4;

/** The symbol with two millimetres of the blank paper around it. */
const PART = {
  x: QR.x - QR_QUIET / 2,
  y: QR.y - QR_QUIET / 2,
  width: QR.width + QR_QUIET,
  height: QR.height + QR_QUIET,
};

/**
 * Light and sharpness, both read off the QR: the one piece of print that every receipt has and whose look is known.
 *
 * `paperWhite` is the brightness of blank paper, 0 to 255; `sharpness` see sharpnessOf.
 */
export function printQuality(image: Raster, toPicture: Homography): { paperWhite: number; sharpness: number } {
  const code = grayscale(rectify(image, toPicture, PART, QUALITY_PX_PER_MM));
  const paperWhite = percentile(code, 0.95);
  return { paperWhite, sharpness: sharpnessOf(code, paperWhite - percentile(code, 0.05)) };
}
