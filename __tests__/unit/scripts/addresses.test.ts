import { describe, expect, it } from '@jest/globals';
import { localAddresses } from '../../../scripts/server/addresses';

describe('addresses', () => {
  it('without a local network only this machine can reach the server', () => {
    const { host, origins, captureOrigin } = localAddresses(3000, false);
    expect(host).toBe('127.0.0.1');
    expect(origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
    expect(captureOrigin).toBe('http://localhost:3000');
  });

  it('in a local network the phone is sent to an address that is not this machine talking to itself', () => {
    const { host, origins, captureOrigin } = localAddresses(3000, true);
    expect(host).toBe('0.0.0.0');
    expect(origins).toContain(captureOrigin);
    if (origins.length > 2) expect(captureOrigin).not.toMatch(/localhost|127\./);
  });
});
