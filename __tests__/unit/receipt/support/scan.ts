import type { Raster } from '@/lib/files/reading/rasterise-pdf';
import type { Rect } from '@/lib/paper/rules/geometry';
import { PAPER } from '@/lib/paper/rules/geometry';

/** A page as pixels that can be asked about by millimetres. */
export type Scan = Raster & { readonly pixelsPerMm: number };

export function scanOf(raster: Raster): Scan {
  return { ...raster, pixelsPerMm: raster.width / PAPER.width };
}

/** Whether nothing at all is printed on a piece of the page. A pixel that the edge cuts is not looked at. */
export function isBlank({ rgba, width, pixelsPerMm }: Scan, rect: Rect): boolean {
  const right = Math.floor((rect.x + rect.width) * pixelsPerMm);
  const bottom = Math.floor((rect.y + rect.height) * pixelsPerMm);
  for (let y = Math.ceil(rect.y * pixelsPerMm); y < bottom; y += 1) {
    for (let x = Math.ceil(rect.x * pixelsPerMm); x < right; x += 1) {
      if ((rgba[(y * width + x) * 4] ?? 0) < 250) return false;
    }
  }
  return true;
}

/** How many pixels are not a shade of grey. */
export function colouredPixels({ rgba }: Scan): number {
  let coloured = 0;
  for (let index = 0; index < rgba.length; index += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(index, index + 3);
    if (red !== green || green !== blue) coloured += 1;
  }
  return coloured;
}
