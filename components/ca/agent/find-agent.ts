import { ADAPTERS } from './adapters';
import { AgentFailed, type AgentFault, type CaAgent } from './ca-agent';
import { isLocalPage, loopbackPermission, type LoopbackPermission } from './permission';

/** As long as the manual's reader should wait for 未检测到CA, over all addresses together. */
export const PROBE_MS = 3_000;
/** While the browser's question is open nobody can answer; people read before they click. */
const ASKING_MS = 60_000;

export type Found = { readonly agent: CaAgent } | { readonly missing: Missing };
/** unreachable: nobody listens; denied: the browser was told no; insecure: the page came over http; silent, broken: an
 * agent that does not answer in time, or not in its own words. */
export type Missing = 'unreachable' | 'denied' | 'insecure' | 'silent' | 'broken';

/**
 * Looks at all addresses at once; the first agent that answers is taken. `onAsking` is called when the browser has put
 * its question to the visitor, who is then given time.
 */
export async function findAgent(
  addresses: readonly string[],
  { signal, onAsking }: { signal: AbortSignal; onAsking: () => void },
): Promise<Found> {
  const ended = new AbortController();
  const stop = () => ended.abort();
  signal.addEventListener('abort', stop);
  const timer = setTimeout(() => void timesUp(), PROBE_MS);
  let asking: ReturnType<typeof setTimeout> | undefined;
  async function timesUp() {
    if (isLocalPage(window.location) || (await loopbackPermission()) !== 'prompt') return stop();
    onAsking();
    asking = setTimeout(stop, ASKING_MS);
  }
  try {
    const tries = addresses.flatMap((origin) => ADAPTERS.map((adapter) => adapter.connect(origin, ended.signal)));
    return { agent: await Promise.any(tries) };
  } catch (error) {
    return { missing: missingOf(faultsIn(error), await loopbackPermission()) };
  } finally {
    clearTimeout(timer);
    clearTimeout(asking);
    signal.removeEventListener('abort', stop);
  }
}

function faultsIn(error: unknown): AgentFault['kind'][] {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [];
  return errors.map((one) => (one instanceof AgentFailed ? one.fault.kind : 'broken'));
}

/** The fault that says most: an agent that is there but unwell says more than an address where nobody is. */
function missingOf(faults: readonly AgentFault['kind'][], permission: LoopbackPermission): Missing {
  if (faults.some((kind) => kind !== 'unreachable' && kind !== 'silent')) return 'broken';
  if (permission === 'denied') return 'denied';
  if (!window.isSecureContext) return 'insecure';
  if (faults.includes('silent')) return permission === 'prompt' && !isLocalPage(window.location) ? 'denied' : 'silent';
  return 'unreachable';
}
