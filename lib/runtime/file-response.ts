import 'server-only';
import type { ReadableFile } from '@/lib/files/queries';
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
  const bytes = await file.bytes();
  if (!bytes) return problem(404, 'not-found');
  const isInline = file.mayShowInline && !new URL(request.url).searchParams.has('download');
  headers.set('content-type', file.mediaType);
  headers.set('content-length', String(bytes.byteLength));
  headers.set(
    'content-disposition',
    `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  headers.set('content-security-policy', policyFor(file.mediaType));
  headers.set('x-frame-options', 'SAMEORIGIN');
  return new Response(new Uint8Array(bytes), { headers });
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
