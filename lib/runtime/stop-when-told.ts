import 'server-only';

const PATIENCE_MS = 20_000;

/**
 * Ends this process in order when it is told to, or when the process that started it is gone.
 *
 * The framework's own handling would cut a running job off and leave it locked for hours; it is switched off by
 * NEXT_MANUAL_SIG_HANDLE. `stop` lets running jobs end; after 20 seconds the process ends all the same.
 */
export function stopWhenTold(stop: () => Promise<void>): void {
  let isStopping = false;
  const down = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stop().catch((error: unknown) => console.error('stopping', error));
    process.exit(0);
  };
  process.on('SIGTERM', down);
  process.on('SIGINT', down);
  process.on('disconnect', down);
  // Started with a channel to a parent that was killed before anybody listened.
  if (process.send && !process.connected) void down();
}
