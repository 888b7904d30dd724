import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The port of the PostgreSQL that is running on a data folder; undefined when none is.
 *
 * After a kill -9 the pid file may name nobody, a zombie or some other program. It is then removed, because both
 * `pg_ctl status` and the server itself would take it for a running server.
 */
export function runningPort(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (pid > 0 && isPostgres(pid)) return port > 0 ? port : undefined;
  rmSync(file, { force: true });
  return undefined;
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z';
  } catch {
    return false;
  }
}

/** Whether a process exists; one that belongs to another user does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
