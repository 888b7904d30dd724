/** Where a drawn page of a PDF stands in the file store; `page` counts from 1. */
export const pageKey = (fileId: string, page: number) => `uploads/${fileId}/page-${page}`;

/** Where a part of an unfinished upload stands; the hash keeps two tries at the same place apart. */
export const partKey = (uploadId: string, offset: number, sha256: string) =>
  `parts/${uploadId}/${offset}-${sha256.slice(0, 16)}`;
