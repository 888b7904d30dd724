import { describe, isAlive } from '../tools/process.mjs';

const LOOK_EVERY_MS = 500;
const SHELL = /^(sh|dash|bash|ash|zsh|busybox)$/;
const RUNNER = /^(npm|npx|pnpm|yarn|bun|node)/;

/**
 * Calls `then` once when npm, which started us, was killed without being able to pass it on. Started in any other way
 * we may well outlive our parent, and nothing is watched. On Linux only: elsewhere nobody can tell.
 */
export function whenParentIsGone(then) {
  if (!['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '') || !describe(process.pid)) return;
  const runner = runnerAbove();
  const timer = setInterval(() => {
    if (runner && isAlive(runner)) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** npm starts a script through a shell, which may or may not give its place to the script. */
function runnerAbove() {
  let pid = process.ppid;
  if (SHELL.test(describe(pid)?.name ?? '')) pid = describe(pid)?.parent ?? 0;
  return RUNNER.test(describe(pid)?.name ?? '') ? pid : undefined;
}
