import type { Context } from '@/lib/access/context';
import { ok, type Result } from '@/lib/kernel/result';
import type { Actor } from '@/lib/access/actor';
import type { DbClient } from './client';

/** Carries a refusal out of a transaction that is thereby rolled back. */
class RolledBack extends Error {
  constructor(readonly refusal: unknown) {
    super('rolled back');
  }
}

const TRIES = 3;

/** The transactions under way. Prisma's own client inside one offers `$transaction` too, so it cannot be told by that. */
const underWay = new WeakSet<object>();

/** Whether this client is inside a transaction. */
export function isUnderWay(db: object): boolean {
  return underWay.has(db);
}

/**
 * Runs `work` in one transaction with the actor set for the database; a refusal rolls everything back.
 * Deadlocks and serialization failures are tried again. Inside a transaction it joins the outer one: a refusal ends
 * that too, and only the outermost tries again.
 */
export async function transact<Out extends Result<unknown, unknown>, A extends Actor>(
  ctx: Context<A>,
  work: (tx: Context<A>) => Promise<Out>,
): Promise<Out> {
  if (underWay.has(ctx.db)) return orRollBack(ctx, work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (ctx.db as DbClient).$transaction(async (db) => {
        underWay.add(db);
        await db.$executeRaw`SELECT set_config('app.actor', ${actorOf(ctx.actor)}, true), set_config('app.enterprise_id', ${enterpriseOf(ctx.actor)}, true)`;
        return orRollBack({ ...ctx, db }, work);
      });
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refusal } as Out;
      if (attempt < TRIES && isTransient(error)) continue;
      throw error;
    }
  }
}

/** A transaction whose work cannot be refused; it answers the value itself. */
export async function inTransaction<T, A extends Actor>(
  ctx: Context<A>,
  work: (tx: Context<A>) => Promise<T>,
): Promise<T> {
  const done: Result<T, unknown> = await transact(ctx, async (tx) => ok(await work(tx)));
  if (!done.ok) throw new Error('work that cannot be refused was refused');
  return done.value;
}

async function orRollBack<Out extends Result<unknown, unknown>, A extends Actor>(
  tx: Context<A>,
  work: (tx: Context<A>) => Promise<Out>,
): Promise<Out> {
  const result = await work(tx);
  if (!result.ok) throw new RolledBack(result.refusal);
  return result;
}

function actorOf(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}

function enterpriseOf(actor: Actor): string {
  return 'enterpriseId' in actor ? actor.enterpriseId : '';
}

/** P2034 is Prisma's word for a write conflict or deadlock; 40001 and 40P01 are PostgreSQL's. */
function isTransient(error: unknown): boolean {
  return /P2034|40001|40P01/.test(`${codeOf(error)} ${(error as Error).message ?? ''}`);
}

/** True when the database refused because a unique constraint holds already; the constraint's columns or name in `about`. */
export function isUniqueViolation(error: unknown, about?: string): boolean {
  if (codeOf(error) !== 'P2002') return false;
  return about === undefined || JSON.stringify((error as { meta?: unknown }).meta ?? {}).includes(about);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
