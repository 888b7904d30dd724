import 'server-only';

/** The file's name as the clerk's computer calls it, from a header; '' where there is none. */
export function uploadName(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}

/** The body, and whether as many bytes came as were announced. */
export function countedBody(request: Request): { body: ReadableStream<Uint8Array> | null; isWhole: () => boolean } {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength;
      controller.enqueue(part);
    },
  });
  return {
    body: request.body?.pipeThrough(counter) ?? null,
    // Nothing was read of a body that was refused before it came.
    isWhole: () => bytes === 0 || Number.isNaN(announced) || bytes >= announced,
  };
}
