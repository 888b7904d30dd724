import { readFileSync } from 'node:fs';
import { isAlive } from '../database/postmaster';

const LOOK_EVERY_MS = 500;

/**
 * Calls `then` once when npm, which started us, was killed without being able to pass it on. Started in any other way
 * we may well outlive our parent, and nothing is watched.
 */
export function whenParentIsGone(then: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const watched = [process.ppid, shellParent(process.ppid)].filter((pid) => pid > 1);
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** npm runs a script through a shell, which may or may not give its place to the script. */
function shellParent(pid: number): number {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name && /^(sh|dash|bash|ash)$/.test(name) ? Number(parent) : 0;
  } catch {
    return 0;
  }
}
