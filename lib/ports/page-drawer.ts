import type { PdfRefusal } from '@/lib/files/rules/refusals';
import type { Result } from '@/lib/kernel/result';

export type DrawnPages = {
  /** Of the whole PDF. */
  readonly pageCount: number;
  /** JPEG of the first pages, at most as many as were asked for, and `MAX_PAGES_DRAWN`. */
  readonly pages: readonly Uint8Array[];
};

/** `busy`: too many wait; the same PDF may be asked for again. */
export type DrawRefusal = PdfRefusal | { readonly code: 'busy' };

export type PageDrawer = {
  /**
   * Draws the pages of a PDF as pictures, all or the first `atMost`. Whatever would act by itself, or swell, is refused before any of it is read;
   * `pdf-broken` also what cannot be drawn, takes too long or kills the thread.
   */
  draw(pdf: Uint8Array, atMost?: number): Promise<Result<DrawnPages, DrawRefusal>>;
};

export type DrawRequest = { readonly kind: 'pages'; readonly bytes: Uint8Array; readonly atMost?: number };
export type DrawAnswer =
  | { readonly kind: 'pages-drawn'; readonly drawn: Result<DrawnPages, PdfRefusal> }
  | { readonly kind: 'failed'; readonly message: string };
