/** Pixels as a browser's ImageData and sharp's raw output both hold them: four bytes each, red green blue alpha. */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** One byte of brightness per pixel. */
export type Gray = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** A place in a picture, in pixels from its top left corner; the middle of the first pixel is (0.5, 0.5). */
export type Spot = { readonly x: number; readonly y: number };

/** Brightness per pixel (weights of Rec. 601, in 256ths). */
export function grayscale(image: Raster): Gray {
  const { width, height, data } = image;
  const gray = new Uint8ClampedArray(width * height);
  for (let at = 0, from = 0; at < gray.length; at += 1, from += 4) {
    gray[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29 + 128) >> 8;
  }
  return { width, height, data: gray };
}

/** The brightness that `share` (0 to 1) of the pixels do not exceed. */
export function percentile(gray: Gray, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of gray.data) counts[value] = (counts[value] ?? 0) + 1;
  const wanted = share * gray.data.length;
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return 255;
}
