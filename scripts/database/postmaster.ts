import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, isAlive } from '../tools/process.mjs';

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
  return isAlive(pid) && (describe(pid)?.name ?? 'postgres') === 'postgres';
}
