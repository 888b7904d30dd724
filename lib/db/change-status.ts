import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import type { Edge, Machine } from '@/lib/kernel/machine';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Db } from './client';
import { enqueue } from './enqueue';

export type SomebodyWasFaster = { readonly code: 'somebody-was-faster' };

type Standing<S extends string> = { readonly id: string; readonly status: S; readonly version: number };

/** The part of a Prisma delegate that a change of status needs. */
type Updatable = {
  updateMany(args: { where: Record<string, unknown>; data: Record<string, unknown> }): Promise<{ count: number }>;
};

/** Which table carries the life of which machine. */
const TABLE: Record<string, { table: (db: Db) => unknown; kind: string }> = {
  application: { table: (db) => db.application, kind: 'application' },
  disbursement: { table: (db) => db.disbursement, kind: 'disbursement' },
  'receipt version': { table: (db) => db.receipt, kind: 'receipt' },
  'capture link': { table: (db) => db.captureSession, kind: 'capture' },
  notice: { table: (db) => db.publicNotice, kind: 'notice' },
  objection: { table: (db) => db.objection, kind: 'objection' },
  batch: { table: (db) => db.disbursementBatch, kind: 'batch' },
  'bank layout': { table: (db) => db.bankLayoutVersion, kind: 'bankLayoutVersion' },
  'payment file': { table: (db) => db.paymentFile, kind: 'paymentFile' },
  'change request': { table: (db) => db.changeRequest, kind: 'changeRequest' },
  enterprise: { table: (db) => db.enterprise, kind: 'enterprise' },
  'support ticket': { table: (db) => db.supportTicket, kind: 'supportTicket' },
  employee: { table: (db) => db.enterpriseUser, kind: 'employee' },
  'staff account': { table: (db) => db.staffUser, kind: 'staffAccount' },
  'programme version': { table: (db) => db.programmeVersion, kind: 'programmeVersion' },
  opinion: { table: (db) => db.caseOpinion, kind: 'opinion' },
  registration: { table: (db) => db.registration, kind: 'registration' },
  'extension request': { table: (db) => db.extensionRequest, kind: 'extension' },
};

/**
 * The only place where a status is written. Compares and sets on status and row version, writes the audit row and asks
 * for the messages and letters of the edge, all in the caller's transaction. `to` chooses where an event has several targets; `set`
 * are further columns of the same row. Refuses when the row was changed since it was read.
 */
export async function changeStatus<S extends string, E extends string>(
  tx: Context,
  life: Machine<S, E>,
  row: Standing<S>,
  event: E,
  change: { readonly to?: S; readonly set?: Record<string, unknown>; readonly detail?: Record<string, unknown> } = {},
): Promise<Result<{ to: S; version: number }, SomebodyWasFaster>> {
  const edge = edgeOf(life, row.status, event, change.to);
  const place = TABLE[life.name];
  if (!place) throw new Error(`no table carries the life of ${life.name}`);
  const { count } = await (place.table(tx.db) as Updatable).updateMany({
    where: { id: row.id, status: row.status, version: row.version },
    data: { ...change.set, status: edge.to, version: row.version + 1 },
  });
  if (count === 0) return refuse({ code: 'somebody-was-faster' });
  const auditId = await writeAudit(tx, {
    action: `${place.kind}.${event}`,
    word: edge.word,
    subjectKind: place.kind,
    subjectId: row.id,
    from: row.status,
    to: edge.to,
    detail: change.detail ?? {},
  });
  if (edge.tells) {
    const payload = { kind: edge.tells, subjectKind: place.kind, subjectId: row.id, auditId };
    await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
  }
  if (edge.issues) {
    const payload = { kind: edge.issues, subjectId: row.id, eventId: auditId };
    await enqueue(tx.db, 'letter', payload, { key: `letter ${auditId}` });
  }
  return ok({ to: edge.to, version: row.version + 1 });
}

function edgeOf<S extends string, E extends string>(
  life: Machine<S, E>,
  from: S,
  event: E,
  to: S | undefined,
): Edge<S, E> {
  const edges = life.edgesFrom(from, event).filter((edge) => to === undefined || edge.to === to);
  const [edge] = edges;
  if (!edge || edges.length > 1) {
    throw new Error(`${life.name}: ${edges.length} edges for ${event} from ${from}${to ? ` to ${to}` : ''}`);
  }
  return edge;
}
