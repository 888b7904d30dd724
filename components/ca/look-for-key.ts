import { isOlderVersion, type KeySetup } from '@/lib/enterprise/rules/ca-setup';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { CaState } from '@/lib/enterprise/rules/ca-states';
import { AgentFailed, type AgentKey, type CaAgent } from './agent/ca-agent';
import { findAgent, type Missing, PROBE_MS } from './agent/find-agent';

/** What a look at this computer found. `keys` are those of the wanted CA. */
export type Look = {
  readonly state: CaState;
  readonly agent?: CaAgent;
  readonly version?: string;
  readonly keys: readonly AgentKey[];
};

const STATE_OF: Readonly<Record<Missing, CaState>> = {
  unreachable: 'agent-missing',
  denied: 'permission-denied',
  insecure: 'insecure-page',
  silent: 'agent-silent',
  broken: 'agent-broken',
};

/** Agent, version, keys, in this order; the first that is missing is the state. Never rejects. */
export async function lookForKey(
  setup: KeySetup,
  provider: CaProvider,
  given: { signal: AbortSignal; onAsking: () => void },
): Promise<Look> {
  const found = await findAgent(setup.agents, given);
  if ('missing' in found) {
    const isPhone =
      found.missing === 'unreachable' && /Android|iPhone|iPad|HarmonyOS.*Mobile/.test(navigator.userAgent);
    return { state: isPhone ? 'on-a-phone' : STATE_OF[found.missing], keys: [] };
  }
  const { agent } = found;
  const { version } = agent;
  if (isOlderVersion(version, setup.minimumVersion[provider])) return { state: 'agent-outdated', version, keys: [] };
  try {
    const all = await agent.listKeys(within(PROBE_MS, given.signal));
    const keys = all.filter((key) => key.provider === provider);
    return { state: stateOf(all.length, keys.length), agent, version, keys };
  } catch (error) {
    const kind = error instanceof AgentFailed ? error.fault.kind : 'broken';
    return { state: kind === 'silent' || kind === 'unreachable' ? 'agent-silent' : 'agent-broken', version, keys: [] };
  }
}

function stateOf(all: number, wanted: number): CaState {
  if (wanted === 0) return all === 0 ? 'no-key' : 'other-key';
  return wanted === 1 ? 'ready' : 'many-keys';
}

/** A signal that ends after so long, or with the one given. */
export function within(milliseconds: number, signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
}
