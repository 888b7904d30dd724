import type { CaAdapter } from './ca-agent';
import { jsonAgent } from './json-agent';

/** The agents that this site can talk to, tried in this order at every configured address. A vendor's comes here. */
export const ADAPTERS: readonly CaAdapter[] = [jsonAgent];
