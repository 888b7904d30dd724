import type { Db } from './client';

/**
 * Adds a job in the caller's transaction: it runs after the commit, or never. The same key replaces a job that has
 * not begun, so that a repeated act asks only once.
 */
export async function enqueue(
  db: Db,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: { readonly key: string; readonly runAt?: Date },
): Promise<void> {
  const runAt = options.runAt ?? null;
  await db.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${options.key})`;
}
