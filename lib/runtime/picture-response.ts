import 'server-only';

type Shown = {
  readonly name?: string;
  readonly download?: boolean;
  /** A browser may keep it, but asks each time whether it may still be seen. */
  readonly etag?: string;
};

/** A file that we made or re-encoded ourselves, for a browser: never sniffed, never run, framed by our own pages only. */
export function pictureResponse(
  bytes: Uint8Array,
  mediaType: string,
  { name = '文件', download = false, etag }: Shown = {},
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': etag ? 'private, no-cache' : 'private, no-store',
      ...(etag && { etag }),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': policyFor(mediaType),
    },
  });
}

/** A PDF viewer is a plugin to the browser, which a sandbox without exception shuts out. */
function policyFor(mediaType: string): string {
  const common = "default-src 'none'; frame-ancestors 'self'";
  return mediaType === 'application/pdf'
    ? `${common}; object-src 'self'; style-src 'unsafe-inline'`
    : `sandbox; ${common}`;
}
