/** One uploaded file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** One picture; a page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 60_000_000;
/** The longer side of the copy for viewing: A4 at 205 dpi. */
export const VIEW_SIDE_PX = 2400;
export const THUMB_SIDE_PX = 240;
/** The longer side of a page of a PDF, drawn as a picture. */
export const PAGE_SIDE_PX = 2000;
/** Pages of one PDF that are drawn; the others are read in the file itself. */
export const MAX_PAGES_DRAWN = 40;

/** A file goes up in parts of this size; only whole parts are kept. */
export const PART_BYTES = 1024 * 1024;
/** How long the parts of a file that never became whole are kept. */
export const PARTS_KEPT_HOURS = 24;
/** Files that one page sends at the same time. */
export const UPLOADS_AT_ONCE = 3;
/** Unfinished files of one person. */
export const MAX_UNFINISHED = 20;

/** `1.8 MB`, `640 KB`: how sizes are shown. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')} MB`;
}
