import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import {
  AgentFailed,
  type AgentFault,
  type AgentKey,
  type CaAdapter,
  type CaAgent,
  type Certificates,
} from './ca-agent';

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON protocol of the simulator (scripts/ca-agent), which is the shape of most vendors' services: a session that
 * is bound to the page and hands out a token, a list of keys, and calls that name a key.
 */
export const jsonAgent: CaAdapter = {
  name: 'json',
  async connect(origin, signal) {
    const session = await ask(`${origin}/v1/session`, { method: 'POST', signal });
    const token = text(session, 'token');
    const call = (path: string, init: RequestInit) => ask(`${origin}/v1/${path}`, withToken(init, token));
    return agentBehind(call, text(session, 'version'));
  },
};

function agentBehind(call: (path: string, init: RequestInit) => Promise<Json>, version: string): CaAgent {
  return {
    version,
    async listKeys(signal) {
      const { keys } = await call('keys', { signal });
      if (!Array.isArray(keys)) throw broken();
      return keys.map((key: Json) => keyOf(key));
    },
    async certificates(keyId, signal) {
      return certificatesOf(await call(`keys/${encodeURIComponent(keyId)}/certificate`, { signal }));
    },
    async sign(keyId, pin, challenge, signal) {
      const body = JSON.stringify({ pin, data: challenge });
      const answer = await call(`keys/${encodeURIComponent(keyId)}/sign`, { method: 'POST', body, signal });
      if (answer.format !== 'raw' && answer.format !== 'cms') throw broken();
      return { ...certificatesOf(answer), signature: text(answer, 'signature'), format: answer.format };
    },
  };
}

function withToken(init: RequestInit, token: string): RequestInit {
  return { ...init, headers: { 'content-type': 'application/json', 'x-agent-token': token } };
}

/** One call. Whatever goes wrong comes out as a fault; an answer that makes no sense is a broken agent, never a crash. */
async function ask(url: string, init: RequestInit): Promise<Json> {
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' });
    status = response.status;
    body = await response.json();
  } catch (error) {
    if (init.signal?.aborted) throw new AgentFailed({ kind: 'silent' });
    throw error instanceof SyntaxError ? broken() : new AgentFailed({ kind: 'unreachable' });
  }
  if (typeof body !== 'object' || body === null) throw broken();
  if (status !== 200) throw new AgentFailed(faultOf(body as Json));
  return body as Json;
}

function faultOf({ code, left }: Json): AgentFault {
  if (code === 'pin-wrong' && typeof left === 'number') return { kind: 'pin-wrong', left };
  if (code === 'no-key' || code === 'pin-locked' || code === 'cancelled') return { kind: code };
  return { kind: 'broken' };
}

const broken = () => new AgentFailed({ kind: 'broken' });

function text(from: Json, name: string): string {
  const value = from[name];
  if (typeof value !== 'string' || value === '') throw broken();
  return value;
}

function keyOf(key: Json): AgentKey {
  const provider = text(key, 'provider');
  const notAfter = text(key, 'notAfter');
  if (!isProvider(provider) || Number.isNaN(Date.parse(notAfter))) throw broken();
  return { id: text(key, 'id'), label: text(key, 'label'), issuer: text(key, 'issuer'), provider, notAfter };
}

function isProvider(value: string): value is CaProvider {
  return value === 'JIANGSU' || value === 'SUZHOU';
}

function certificatesOf(answer: Json): Certificates {
  const chain = answer.chain ?? [];
  if (!Array.isArray(chain) || chain.some((one) => typeof one !== 'string')) throw broken();
  return { certificate: text(answer, 'certificate'), chain: chain as string[] };
}
