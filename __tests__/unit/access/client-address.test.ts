import { describe, expect, it } from '@jest/globals';
import { clientAddress } from '@/lib/access/rules/client-address';

const PEER = '198.51.100.1';
const address = (forwarded: string | null, trustedProxies: number) =>
  clientAddress({ forwarded, peer: PEER, trustedProxies });

describe('the address a request comes from', () => {
  it('is the socket’s where no proxy is trusted, whatever the client writes', () => {
    expect(address('203.0.113.9', 0)).toBe(PEER);
    expect(address(null, 0)).toBe(PEER);
  });

  it('is what the outermost trusted proxy heard; what stands left of it is not believed', () => {
    expect(address('1.1.1.1, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(address('1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  });

  it('is the socket’s where a proxy that should be there wrote nothing', () => {
    expect(address(null, 1)).toBe(PEER);
    expect(address('203.0.113.9', 2)).toBe(PEER);
  });

  it('is one and the same for IPv4 over an IPv6 socket', () => {
    expect(clientAddress({ forwarded: null, peer: '::ffff:203.0.113.9', trustedProxies: 0 })).toBe('203.0.113.9');
  });
});
