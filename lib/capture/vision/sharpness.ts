import type { Gray } from './raster';

/**
 * How much of the contrast lies in the finest detail: variance of the Laplacian by the square of the contrast.
 *
 * Meant for the straightened QR at QUALITY_PX_PER_MM, which always holds the same share of edges. Noise counts as detail,
 * so the number means nothing in the dark (see lightOf).
 */
export function sharpnessOf(code: Gray, contrast: number): number {
  const { width, height, data } = code;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around = (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const edge = around - 4 * (data[at] ?? 0);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  const variance = squares / count - (sum / count) ** 2;
  return contrast > 0 ? variance / contrast ** 2 : 0;
}
