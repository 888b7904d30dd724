import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PIXELS } from '../rules/upload-limits';

/** Pixels of a page, four bytes each (red, green, blue, alpha), row by row from the top left. */
export type Raster = { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray };

const POINTS_PER_INCH = 72;
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Draws one page of a PDF on white, as a printer would. `page` counts from 1; A4 at 200 dpi is 1654 × 2339 pixels.
 * Takes about 0.3 s of the calling thread. Rejects when the bytes are no PDF or the page does not exist.
 */
export async function rasterisePdf(pdf: Uint8Array, page: number, dpi: number): Promise<Raster> {
  return draw(pdf, page, () => dpi / POINTS_PER_INCH);
}

/** Draws the first page of a PDF so that its longer side has so many pixels, whatever size it claims to be. */
export async function rasteriseFirstPage(pdf: Uint8Array, longSidePx: number): Promise<Raster> {
  return draw(pdf, 1, (page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return longSidePx / Math.max(width, height);
  });
}

async function draw(pdf: Uint8Array, page: number, scaleOf: (page: PDFPageProxy) => number): Promise<Raster> {
  // pdf.js detaches the buffer that it is given, and refuses a Buffer. Scanners pack pages in formats that need wasm.
  const loading = getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0,
    isEvalSupported: false,
    maxImageSize: MAX_PIXELS,
    wasmUrl: join(PACKAGE, 'wasm', '/'),
  });
  try {
    const drawn = await (await loading.promise).getPage(page);
    const viewport = drawn.getViewport({ scale: scaleOf(drawn) });
    const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
    const canvas = createCanvas(width, height);
    await drawn.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return { width, height, rgba: canvas.getContext('2d').getImageData(0, 0, width, height).data };
  } finally {
    await loading.destroy();
  }
}
