import { createHash } from 'node:crypto';
import { actorLabel, type Actor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';

export type AuditFact = {
  readonly action: string;
  /** The word that people read in the timeline. */
  readonly word: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly from?: string;
  readonly to?: string;
  /** Numbers, reasons, ids; never an ID number, a telephone or an account. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/**
 * Appends one row to the log in the caller's transaction and answers its id. Each subject has a stream of its own,
 * in which every row carries the hash of the one before, so that a changed or missing row is found.
 */
export async function writeAudit(
  ctx: Pick<Context, 'db' | 'actor' | 'now' | 'request'>,
  fact: AuditFact,
): Promise<string> {
  const stream = `${fact.subjectKind}:${fact.subjectId}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit ${stream}`}, 0))`;
  const last = await ctx.db.auditEntry.findFirst({
    where: { stream },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  const row = {
    id: newId(),
    stream,
    sequence: (last?.sequence ?? 0) + 1,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    actorLabel: actorLabel(ctx.actor),
    address: ctx.request.address,
    action: fact.action,
    word: fact.word,
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    fromStatus: fact.from ?? null,
    toStatus: fact.to ?? null,
    detail: JSON.parse(JSON.stringify(fact.detail ?? {})),
    previous: last?.hash ?? '',
  };
  await ctx.db.auditEntry.create({ data: { ...row, hash: auditHash(row) } });
  return row.id;
}

/** SHA-256 over the row in a fixed order of members; the verifier computes it again from the stored row. */
export function auditHash(row: Readonly<Record<string, unknown>>): string {
  const members = Object.keys(row)
    .filter((key) => key !== 'hash')
    .sort()
    .map((key) => [key, row[key] instanceof Date ? (row[key] as Date).toISOString() : row[key]]);
  return createHash('sha256').update(canonical(members)).digest('hex');
}

/** JSON with sorted members at every depth: jsonb does not keep the order in which it was given. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'enterprise':
    case 'staff':
      return actor.id;
    case 'phone':
      return actor.captureId;
    default:
      return null;
  }
}
