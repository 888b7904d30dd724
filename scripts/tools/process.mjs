import { readFileSync } from 'node:fs';

/** Whether a process exists, be it somebody else's. A zombie, which only waits to be noticed by its parent, does not. */
export function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return describe(pid)?.state !== 'Z';
}

/**
 * Name, state letter and parent of a process; undefined when there is none, or when the system is not Linux.
 *
 * @param {number} pid
 * @returns {{ name: string, state: string, parent: number } | undefined}
 */
export function describe(pid) {
  try {
    const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name && state ? { name, state, parent: Number(parent) } : undefined;
  } catch {
    return undefined;
  }
}
