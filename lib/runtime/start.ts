import 'server-only';
import { Logger, run, type Runner } from 'graphile-worker';
import { tasks } from '@/lib/jobs/tasks';
import { environment } from './environment';
import { systemContext } from './request-context';

/** Jobs at the same time in one process; mail and SMS wait on the network, so more than one. */
const CONCURRENCY = 3;

/** Only what somebody must look at: a finished job is no news. */
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`[jobs] ${message}`);
});

/**
 * Starts the job worker of this deployable on the same database. The worker's own tables belong to the role that
 * migrates, so it connects without the application's role; the commands it runs go through the application's.
 */
export async function startRuntime(): Promise<{ stop(): Promise<void> }> {
  const env = environment();
  const runner: Runner = await run({
    connectionString: env.DATABASE_URL,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger: quietLogger,
    pollInterval: 2000,
    crontab: ['* * * * * sweep ?max=1&jobKey=sweep', '* * * * * ca-crls ?max=1&jobKey=ca-crls'].join('\n'),
    taskList: tasks({ context: systemContext, origin: env.NEXTAUTH_URL }),
  });
  // Keys cannot be checked before the lists are there: do not wait for the full minute.
  await runner.addJob('ca-crls', {}, { jobKey: 'ca-crls', maxAttempts: 1 });
  return { stop: () => runner.stop() };
}
