import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DrawnPages } from '@/lib/ports/page-drawer';
import type { PdfRefusal } from '../rules/refusals';
import { MAX_PAGES_DRAWN, MAX_PIXELS, PAGE_SIDE_PX } from '../rules/upload-limits';
import { checkPdf } from './check-pdf';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const JPEG_QUALITY = 84;

/**
 * Draws the first pages of a PDF as JPEG, the longer side as `PAGE_SIDE_PX`. Belongs into a thread: a page takes about 0.3 s.
 * Looks it through first, as at the door: some PDFs come here by another way.
 */
export async function drawPages(pdf: Uint8Array, atMost = MAX_PAGES_DRAWN): Promise<Result<DrawnPages, PdfRefusal>> {
  const checked = checkPdf(pdf);
  if (!checked.ok) return checked;
  // pdf.js detaches the buffer that it is given. Scanners pack pages in formats that need wasm.
  const loading = getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0,
    isEvalSupported: false,
    maxImageSize: MAX_PIXELS,
    wasmUrl: join(PACKAGE, 'wasm', '/'),
    cMapUrl: join(PACKAGE, 'cmaps', '/'),
    cMapPacked: true,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts', '/'),
  });
  try {
    const document = await loading.promise;
    const pages: Uint8Array[] = [];
    for (let page = 1; page <= Math.min(document.numPages, atMost, MAX_PAGES_DRAWN); page += 1) {
      pages.push(await drawPage(document, page));
    }
    return ok({ pageCount: document.numPages, pages });
  } catch {
    return refuse({ code: 'pdf-broken' });
  } finally {
    await loading.destroy();
  }
}

async function drawPage(document: PDFDocumentProxy, number: number): Promise<Uint8Array> {
  const page = await document.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: PAGE_SIDE_PX / Math.max(size.width, size.height) });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  page.cleanup();
  return new Uint8Array(await canvas.encode('jpeg', JPEG_QUALITY));
}
