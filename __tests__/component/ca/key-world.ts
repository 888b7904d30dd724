import { DEFAULT_CA_WINDOW } from '@/lib/enterprise/rules/ca-window';
import type { TakenProof } from '@/lib/enterprise/rules/ca-provider';

export const AGENT = 'http://127.0.0.1:4567';

type Said = { status?: number; body: unknown };
type Key = { id: string; label: string; issuer: string; provider: string; notAfter: string };

export const aKey = (given: Partial<Key> = {}): Key => ({
  ...{ id: 'one', label: '苏州晨星纳米材料有限公司', issuer: '江苏CA', provider: 'JIANGSU' },
  ...{ notAfter: '2029-11-27T00:00:00.000Z', ...given },
});

export const A_PROOF = {
  proofId: 'proof',
  ...{ provider: 'JIANGSU', purpose: 'registration', uscc: '91320599MA00001017', keyId: 'k' },
  ...{ enterpriseName: '苏州晨星纳米材料有限公司', certificateNotAfter: '2029-11-27T00:00:00.000Z' },
  ...{ provenAt: '2026-11-28T02:00:00.000Z', goodUntil: '2026-11-28T02:30:00.000Z' },
} satisfies Record<keyof TakenProof, string>;

/** The other ends of the page's requests: the agent on this computer, and our own server. */
export class KeyWorld {
  /** null: nobody listens there. */
  version: string | null = '3.2.0';
  keys: Key[] = [aKey()];
  /** What the agent says to a signature, in order; then it signs. */
  readonly signing: Said[] = [];
  /** What our server says to a signature, in order; then it takes the proof. */
  readonly proving: Said[] = [];
  isServerOffline = false;
  garbage = false;
  /** Everything asked, as `address body`. */
  readonly asked: string[] = [];

  install(): void {
    globalThis.fetch = (async (given: string, init?: RequestInit) => {
      this.asked.push(`${given} ${typeof init?.body === 'string' ? init.body : ''}`);
      const { status = 200, body } = given.startsWith(AGENT) ? this.agent(given) : this.server(given);
      const json = async () => (body === undefined ? (JSON.parse('<') as unknown) : body);
      return { status, ok: status === 200, json } as Response;
    }) as typeof fetch;
  }

  private agent(url: string): Said {
    if (this.version === null) throw new TypeError('Failed to fetch');
    if (this.garbage) return { body: undefined };
    if (url.endsWith('/v1/session')) return { body: { token: 'token', version: this.version } };
    if (url.endsWith('/v1/keys')) return { body: { keys: this.keys } };
    return this.signing.shift() ?? { body: { certificate: 'AA==', chain: [], signature: 'AQ==', format: 'raw' } };
  }

  private server(path: string): Said {
    if (this.isServerOffline) throw new TypeError('Failed to fetch');
    const minimumVersion = { JIANGSU: '3.0.0', SUZHOU: '3.0.0' };
    if (path === '/api/ca/setup') return good({ agents: [AGENT], minimumVersion, window: DEFAULT_CA_WINDOW });
    if (path === '/api/ca/challenge') return good({ challengeId: 'challenge', challenge: 'Yg==', expiresAt: '' });
    return this.proving.shift() ?? good(A_PROOF);
  }

  sentToUs(): string[] {
    return this.asked.filter((one) => one.startsWith('/'));
  }
}

const good = (value: unknown): Said => ({ body: { ok: true, value } });

export const refusal = (title: string): Said => ({
  status: 409,
  body: { ok: false, code: 'certificate-invalid', explained: { title, why: '证书未通过核验。', next: [] } },
});
