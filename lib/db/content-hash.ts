import { createHash } from 'node:crypto';

/** SHA-256 over JSON (a snapshot, a configuration) with its members in order, since the database does not keep the order they came in. */
export function contentHash(snapshot: unknown): string {
  return createHash('sha256').update(canonicalJson(snapshot), 'utf8').digest('hex');
}

/** The very text that `contentHash` is taken of. */
export function canonicalJson(value: unknown): string {
  return ordered(value);
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${ordered(member)}`).join()}}`;
}
