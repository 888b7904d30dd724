import { createHash } from 'node:crypto';

/** SHA-256 in hex over the model as JSON with sorted keys: the same for equal models, however they were put together. */
export function contentHash(model: unknown): string {
  return sha256(canonicalJson(model));
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
