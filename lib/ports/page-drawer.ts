export type DrawnPages = {
  /** Of the whole PDF. */
  readonly pageCount: number;
  /** JPEG of the first pages, at most `MAX_PAGES_DRAWN`. */
  readonly pages: readonly Uint8Array[];
};

export type PageDrawer = {
  /** Draws the pages of a PDF as pictures; null where it cannot be drawn, takes too long or kills the thread. */
  draw(pdf: Uint8Array): Promise<DrawnPages | null>;
};

export type DrawRequest = { readonly kind: 'pages'; readonly bytes: Uint8Array };
export type DrawAnswer =
  | { readonly kind: 'pages-drawn'; readonly drawn: DrawnPages | null }
  | { readonly kind: 'failed'; readonly message: string };
