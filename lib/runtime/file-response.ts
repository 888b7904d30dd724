import 'server-only';
import type { ReadableFile } from '@/lib/files/queries';
import type { ByteRange } from '@/lib/ports/file-store';
import { problem } from './route';

/**
 * A stored file as an answer. Inline is only what cannot act: pictures that we encoded ourselves, and PDFs that were
 * checked when they came; everything else, and the evidence itself, is a download. Null answers *not found*.
 */
export async function fileResponse(file: ReadableFile | null, request: Request): Promise<Response> {
  if (!file) return problem(404, 'not-found');
  const headers = new Headers({
    etag: file.etag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
  const asked = rangeOf(request);
  const found = await file.open(asked ?? undefined);
  if (!found) return problem(404, 'not-found');
  const { sizeBytes } = found;
  const range = asked && { from: asked.from, to: Math.min(asked.to, sizeBytes - 1) };
  if (range && range.from > range.to) return new Response(null, { status: 416, headers });
  const isInline = file.mayShowInline && !new URL(request.url).searchParams.has('download');
  headers.set('content-type', file.mediaType);
  headers.set('accept-ranges', 'bytes');
  headers.set('content-length', String(range ? range.to - range.from + 1 : sizeBytes));
  if (range) headers.set('content-range', `bytes ${range.from}-${range.to}/${sizeBytes}`);
  headers.set(
    'content-disposition',
    `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  headers.set('content-security-policy', policyFor(file.mediaType));
  headers.set('x-frame-options', 'SAMEORIGIN');
  return new Response(found.body, { headers, status: range ? 206 : 200 });
}

const MAX_RANGE_BYTES = 8 * 1024 * 1024;

/** `bytes=100-199` or `bytes=100-`; whatever else is asked for, the whole is answered. */
function rangeOf(request: Request): ByteRange | null {
  const match = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.get('range') ?? '');
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[2] ? Number(match[2]) : from + MAX_RANGE_BYTES - 1;
  return to >= from ? { from, to } : null;
}

/**
 * A PDF viewer is a plugin to the browser and a sandbox without exception shuts it out, so a PDF gets no sandbox; it
 * may load nothing and be framed by our own pages only.
 */
function policyFor(mediaType: string): string {
  const common = "default-src 'none'; frame-ancestors 'self'";
  return mediaType === 'application/pdf'
    ? `${common}; object-src 'self'; style-src 'unsafe-inline'`
    : `sandbox; ${common}`;
}
