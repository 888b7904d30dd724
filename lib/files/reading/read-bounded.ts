import { ok, refuse, type Result } from '@/lib/kernel/result';

/**
 * Reads a body to its end and never keeps more than `maxBytes`: counting stops the stream, since what a sender says
 * about the length proves nothing. Rejects when the connection breaks.
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Result<Uint8Array, { readonly code: 'file-too-large' }>> {
  if (!body) return ok(new Uint8Array());
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return refuse({ code: 'file-too-large' });
    }
    parts.push(part.value);
  }
  return ok(Buffer.concat(parts, size));
}
