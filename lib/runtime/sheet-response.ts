import 'server-only';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet to save under a Chinese name; never kept by a cache, since it may hold people. */
export function sheetResponse(sheet: Uint8Array | ReadableStream<Uint8Array>, name: string): Response {
  return new Response(sheet instanceof Uint8Array ? new Uint8Array(sheet) : sheet, {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
