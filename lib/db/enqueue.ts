import type { Db } from './client';

/** The lower is run first. */
const PRIORITY = { soon: 0, later: 10 } as const;

/**
 * Adds a job in the caller's transaction: it runs after the commit, or never. The same key replaces a job that has
 * not begun, so that a repeated act asks only once. `later`: long work, behind the message that somebody waits for.
 */
export async function enqueue(
  db: Db,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: { readonly key: string; readonly runAt?: Date; readonly when?: keyof typeof PRIORITY },
): Promise<void> {
  const { key, runAt = null, when = 'soon' } = options;
  await db.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${key},
    ${PRIORITY[when]}::int)`;
}
