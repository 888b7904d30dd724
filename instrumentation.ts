/** Called once per server process: starts the job worker of this deployable and sees to its orderly end. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { notePeerAddresses } = await import('./lib/runtime/peer-address');
  notePeerAddresses();
  const { startRuntime } = await import('./lib/runtime/start');
  const { stopWhenTold } = await import('./lib/runtime/stop-when-told');
  const runtime = await startRuntime();
  stopWhenTold(() => runtime.stop());
}
