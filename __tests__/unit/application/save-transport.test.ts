import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { saveTransport } from '@/components/application/draft/save-transport';

const BATCH = {
  ...{ talentId: null, base: 1, changes: [{ fieldId: 'employees', was: '1', value: '2' }] },
  order: { window: '5f0c2f9e-2b7e-4d0c-9a53-6c9f1f0e8a11', number: 1 },
};
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
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/save`;
  return saveTransport({ address, as: 'user-1', patienceMs });
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
      failure: { kind: 'failed', why: 'silent', says: '服务器没有答复' },
    });
    expect(await transport.load(null)).toMatchObject({ ok: false, failure: { why: 'silent' } });
  });

  it('says that the network is gone where nobody listens', async () => {
    const transport = await to(never);
    await new Promise((closed) => server.close(closed));
    const answer = await transport.send(BATCH, { keepalive: false });
    expect(answer).toMatchObject({ ok: false, failure: { why: 'network', says: '网络断开' } });
  });

  it('hands over what was answered in time', async () => {
    const transport = await to((_request, response) => response.end(JSON.stringify({ ok: true, value: SAVED })), 5000);
    expect(await transport.send(BATCH, { keepalive: false })).toEqual({ ok: true, value: SAVED });
  });

  it.each([
    ['nobody is signed in', 401, { code: 'signed-out' }, 'signed-out'],
    ['somebody else is signed in', 409, { code: 'somebody-else', who: '王芳' }, 'somebody-else'],
    ['whoever is signed in may not know of the draft', 404, { code: 'not-found' }, 'somebody-else'],
    ['a later sending of this window was first', 409, { code: 'superseded' }, 'superseded'],
    ['the case cannot be edited now', 409, { code: 'not-editable', explained: { why: '已提交' } }, 'refused'],
    ['the server is in trouble', 503, {}, 'silent'],
  ])('says why where %s', async (_, status, body, why) => {
    const transport = await to((_request, response) => response.writeHead(status).end(JSON.stringify(body)), 5000);
    expect(await transport.send(BATCH, { keepalive: false })).toMatchObject({ ok: false, failure: { why } });
    expect(await transport.load(3)).toMatchObject({ ok: false, failure: { why } });
  });

  it('asks for the draft by the revision that it has seen, and as whom', async () => {
    const asked: (string | undefined)[] = [];
    const transport = await to((request, response) => {
      asked.push(request.url);
      response.writeHead(204).end();
    }, 5000);
    expect(await transport.load(7)).toEqual({ ok: true, draft: null });
    expect(asked).toEqual(['/save?as=user-1&revision=7']);
  });
});
