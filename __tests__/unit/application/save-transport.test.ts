import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { saveTransport } from '@/components/application/draft/save-transport';

const BATCH = { talentId: null, base: 1, changes: [{ fieldId: 'employees', was: '1', value: '2' }] };
const SAVED = { revision: 2, savedAt: '2026-11-23T06:03:00.000Z', conflicts: [], answers: {}, talent: null };

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The way to a server that answers like this, or never. */
async function to(listener: RequestListener, patienceMs = 200) {
  server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return saveTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}/save`, patienceMs);
}
const never: RequestListener = () => {};
const half: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"ok":true,');
};

describe('the way of typed answers to the server', () => {
  it.each([
    ['that never answers', never],
    ['that stops in the middle of its answer', half],
  ])('gives up waiting for one %s, and says so', async (_, listener) => {
    const transport = await to(listener);
    const answer = await transport.send(BATCH, { keepalive: false });
    expect(answer).toEqual({
      ok: false,
      failure: { kind: 'failed', why: 'network', says: '服务器没有答复，正在重试' },
    });
    expect(await transport.load()).toBeNull();
  });

  it('says that the network is gone where nobody listens', async () => {
    const transport = await to(never);
    await new Promise((closed) => server.close(closed));
    const answer = await transport.send(BATCH, { keepalive: false });
    expect(answer).toMatchObject({ ok: false, failure: { why: 'network', says: '网络断开，恢复后自动保存' } });
  });

  it('hands over what was answered in time', async () => {
    const transport = await to((_request, response) => response.end(JSON.stringify({ ok: true, value: SAVED })), 5000);
    expect(await transport.send(BATCH, { keepalive: false })).toEqual({ ok: true, value: SAVED });
  });
});
