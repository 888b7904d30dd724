import 'server-only';

type Shown = { readonly name?: string; readonly download?: boolean };

/** A stored file for a browser: never sniffed, never run, shown inline only when we made the picture ourselves. */
export function pictureResponse(
  bytes: Uint8Array,
  mediaType: string,
  { name = '文件', download = false }: Shown = {},
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
