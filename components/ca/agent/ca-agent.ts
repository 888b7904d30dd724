import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';

/** A key that is plugged in, as the agent lists it; no PIN is needed to see it. */
export type AgentKey = {
  readonly id: string;
  /** Whose it is, as the key says. */
  readonly label: string;
  readonly issuer: string;
  readonly provider: CaProvider;
  /** ISO instant at which the certificate ends. */
  readonly notAfter: string;
};

/** All in base64; the certificates are DER. */
export type Certificates = { readonly certificate: string; readonly chain: readonly string[] };
export type Signed = Certificates & { readonly signature: string; readonly format: 'raw' | 'cms' };

/** Why the agent did not do as asked. */
export type AgentFault =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'pin-wrong'; readonly left: number }
  | { readonly kind: 'pin-locked' }
  | { readonly kind: 'cancelled' };

/** Thrown by every call of a `CaAgent`, and nothing else is. */
export class AgentFailed extends Error {
  constructor(readonly fault: AgentFault) {
    super(fault.kind);
  }
}

/** An agent that answered: the vendor's service on the visitor's own computer. */
export type CaAgent = {
  readonly version: string;
  listKeys(signal: AbortSignal): Promise<readonly AgentKey[]>;
  certificates(keyId: string, signal: AbortSignal): Promise<Certificates>;
  /**
   * Signs exactly these bytes (base64). The PIN goes to the agent on this computer and nowhere else; a vendor whose
   * agent asks for it in a window of its own ignores it.
   */
  sign(keyId: string, pin: string, challenge: string, signal: AbortSignal): Promise<Signed>;
};

/**
 * How to reach one kind of agent. The slot for a vendor: write one of these over the vendor's protocol (its SOF_* or
 * SKF service over HTTP or WebSocket), put it into `adapters.ts`, and add its origin to CA_AGENT_ORIGINS. Nothing else
 * of the product changes: the states, the words and the server's checks are the same for every vendor.
 */
export type CaAdapter = {
  readonly name: string;
  /** Resolves with the agent that answers at this origin; throws `AgentFailed` otherwise. */
  connect(origin: string, signal: AbortSignal): Promise<CaAgent>;
};
