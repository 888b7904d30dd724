export type AddressFacts = {
  /** X-Forwarded-For as it came, or null. */
  readonly forwarded: string | null;
  /** The other end of the socket, as the server process itself saw it. */
  readonly peer: string | null;
  /** Proxies of the operator before this service. */
  readonly trustedProxies: number;
};

/**
 * The address that a request comes from. Every trusted proxy appends whom it heard, so the client stands as many places
 * from the right as there are proxies; what stands further left anybody may have written.
 */
export function clientAddress({ forwarded, peer, trustedProxies }: AddressFacts): string | null {
  if (trustedProxies === 0) return plain(peer);
  const heard = (forwarded ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return plain(heard.at(-trustedProxies) ?? peer);
}

/** An IPv4 address that came over an IPv6 socket is the IPv4 address. */
function plain(address: string | null): string | null {
  return address?.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '') ?? null;
}
