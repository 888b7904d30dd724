import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { notePeerAddresses, PEER_HEADER } from '@/lib/runtime/peer-address';

const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
beforeAll(async () => {
  notePeerAddresses();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));

it('a request carries the address of its socket, even where the client claims another', async () => {
  const { port } = server.address() as AddressInfo;
  const headers = { [PEER_HEADER]: '203.0.113.9', 'x-forwarded-for': '203.0.113.9' };
  const seen = await (await fetch(`http://127.0.0.1:${port}`, { headers })).json();
  expect(seen).toMatchObject({ [PEER_HEADER]: '127.0.0.1' });
});
