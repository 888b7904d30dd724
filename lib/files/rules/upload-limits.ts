/** One uploaded file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** One picture; a page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 60_000_000;
/** The longer side of the copy for viewing: A4 at 340 dpi. */
export const VIEW_SIDE_PX = 4000;

/** `1.8 MB`, `640 KB`: how sizes are shown. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')} MB`;
}
