import { FRAME, type Rect } from '@/lib/paper/rules/geometry';
import type { Homography } from './homography';
import { densityAt } from './rectify';

/** Focal length by longer side of the picture: main cameras of phones lie between 0.7 and 0.8. */
const FOCAL_SHARE = 0.75;

type Size = { readonly width: number; readonly height: number };

/**
 * Degrees between the line of sight and the plumb line on the sheet, 0 = from straight above.
 *
 * Assumes the lens of a phone and an uncut picture; meant for "hold it level", not for measuring.
 */
export function tiltOf(image: Size, toPicture: Homography): number {
  const focal = FOCAL_SHARE * Math.max(image.width, image.height);
  const [a, b, , d, e, , g, h] = toPicture;
  const right = [(a - (g * image.width) / 2) / focal, (d - (g * image.height) / 2) / focal, g];
  const down = [(b - (h * image.width) / 2) / focal, (e - (h * image.height) / 2) / focal, h];
  const [x1 = 0, y1 = 0, z1 = 0] = right;
  const [x2 = 0, y2 = 0, z2 = 0] = down;
  const normal = { x: y1 * z2 - z1 * y2, y: z1 * x2 - x1 * z2, z: x1 * y2 - y1 * x2 };
  const share = Math.abs(normal.z) / Math.hypot(normal.x, normal.y, normal.z);
  return (Math.acos(Math.min(1, share)) * 180) / Math.PI;
}

/** Pixels of the picture per mm of paper: across the frame's middle, and how much it changes from corner to corner. */
export function distanceOf(toPicture: Homography): { pxPerMm: number; perspective: number } {
  const densities = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)].map((spot) => densityAt(toPicture, spot));
  return {
    pxPerMm: densityAt(toPicture, FRAME),
    perspective: Math.max(...densities) / Math.min(...densities) - 1,
  };
}

const corner = (right: number, down: number): Rect => ({
  x: FRAME.x + right * FRAME.width,
  y: FRAME.y + down * FRAME.height,
  width: 0,
  height: 0,
});
