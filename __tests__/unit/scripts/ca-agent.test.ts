import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caAgent } from '@/scripts/ca-agent/agent';
import { demoCa } from '@/scripts/ca-agent/make-keys';
import { PIN_TRIES } from '@/scripts/ca-agent/usb-ports';

const PORTAL = 'http://localhost:3000';
const folder = mkdtempSync(join(tmpdir(), 'ca-agent-'));
let port = 0;
let crashes = 0;
const server = caAgent({ folder, origins: [PORTAL], crash: () => void (crashes += 1) });

type Given = { method?: string; origin?: string | null; token?: string; body?: object; host?: string };
type Said = { status: number; body: Record<string, unknown>; headers: Record<string, unknown> };

/** One request as a browser would send it; plain http, since fetch does not let a test choose its Host. */
function ask(path: string, { method = 'GET', origin = PORTAL, token, body, host }: Given = {}): Promise<Said> {
  return new Promise((done, fail) => {
    const headers = {
      ...(origin && { origin }),
      ...(token && { 'x-agent-token': token }),
      ...(host && { host }),
    };
    const call = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        const read =
          text.startsWith('{') && text.endsWith('}') ? (JSON.parse(text) as Record<string, unknown>) : { text };
        done({ status: response.statusCode ?? 0, body: read, headers: response.headers });
      });
    });
    call.on('error', fail);
    call.end(body ? JSON.stringify(body) : undefined);
  });
}

const control = (verb: string, body?: object) => ask(`/control/${verb}`, { method: 'POST', body });
const tokenOf = async () => String((await ask('/v1/session', { method: 'POST' })).body.token);
const KEY = '01-jiangsu-rsa';
const sign = (token: string, body: object, key = KEY) => ask(`/v1/keys/${key}/sign`, { method: 'POST', token, body });
const DATA = Buffer.from('SIPAC-REG-V1\ntest').toString('base64');

beforeAll(async () => {
  demoCa(folder, new Date());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
}, 60_000);
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => void (await control('reset')));

describe('who may use the agent', () => {
  it('pages of the portal, and of no other origin', async () => {
    expect((await ask('/v1/session', { method: 'POST' })).status).toBe(200);
    for (const origin of ['http://evil.example', 'null', null]) {
      const said = await ask('/v1/session', { method: 'POST', origin });
      expect([said.status, said.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    }
  });

  it('not under a name that somebody lets point here', async () => {
    expect((await ask('/v1/session', { method: 'POST', host: 'evil.example' })).status).toBe(421);
  });

  it('a page with a token of its own', async () => {
    expect((await ask('/v1/keys')).status).toBe(401);
    expect((await ask('/v1/keys', { token: await tokenOf() })).status).toBe(200);
  });

  it("Chrome's question before a public page reaches this computer is answered", async () => {
    const { status, headers } = await ask('/v1/session', { method: 'OPTIONS' });
    expect([status, headers['access-control-allow-private-network'], headers['access-control-allow-origin']]).toEqual([
      204,
      'true',
      PORTAL,
    ]);
  });

  it('and nobody learns a PIN or a private key from it', async () => {
    const token = await tokenOf();
    const answers = [
      await ask('/v1/keys', { token }),
      await ask(`/v1/keys/${KEY}/certificate`, { token }),
      await sign(token, { pin: '123456', data: DATA }),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/123456|PRIVATE KEY/);
  });
});

describe('a key', () => {
  it('signs with its PIN, and the signature is that of its certificate', async () => {
    const { body } = await sign(await tokenOf(), { pin: '123456', data: DATA });
    const key = createPublicKey(
      new X509Certificate(Buffer.from(String(body.certificate), 'base64')).publicKey.export({
        type: 'spki',
        format: 'pem',
      }),
    );
    const signature = Buffer.from(String(body.signature), 'base64');
    expect(verify('sha256', Buffer.from(DATA, 'base64'), key, signature)).toBe(true);
    expect(verify('sha256', Buffer.from('other'), key, signature)).toBe(false);
  });

  it('counts wrong PINs, locks itself after the sixth and stays locked for the right one', async () => {
    const token = await tokenOf();
    for (let left = PIN_TRIES - 1; left > 0; left -= 1) {
      expect((await sign(token, { pin: 'no', data: DATA })).body).toEqual({ code: 'pin-wrong', left });
    }
    for (const pin of ['no', '123456']) {
      expect((await sign(token, { pin, data: DATA })).body).toEqual({ code: 'pin-locked' });
    }
  });

  it('gives all tries back after a right PIN', async () => {
    const token = await tokenOf();
    await sign(token, { pin: 'no', data: DATA });
    await sign(token, { pin: '123456', data: DATA });
    expect((await sign(token, { pin: 'no', data: DATA })).body.left).toBe(PIN_TRIES - 1);
  });

  it('that was pulled out signs nothing', async () => {
    const token = await tokenOf();
    await control('unplug');
    expect((await ask('/v1/keys', { token })).body.keys).toEqual([]);
    expect((await sign(token, { pin: '123456', data: DATA })).body).toEqual({ code: 'no-key' });
  });
});

describe('what can be wrong with the agent', () => {
  it('two keys, an old version, garbage, a cancelled window', async () => {
    await control('two-keys');
    expect((await ask('/v1/keys', { token: await tokenOf() })).body.keys).toHaveLength(2);
    await control('old-version');
    expect((await ask('/v1/session', { method: 'POST' })).body.version).toBe('2.1.4');
    await control('reset');
    const token = await tokenOf();
    await control('cancel');
    expect((await sign(token, { pin: '123456', data: DATA })).body).toEqual({ code: 'cancelled' });
    expect((await sign(token, { pin: '123456', data: DATA })).status).toBe(200);
    await control('garbage');
    expect((await ask('/v1/session', { method: 'POST' })).body).toHaveProperty('text');
  });

  it('a crash in the middle of a signature: no answer, and the process ends', async () => {
    const token = await tokenOf();
    await control('crash-mid-sign');
    await expect(sign(token, { pin: '123456', data: DATA })).rejects.toThrow();
    expect(crashes).toBe(1);
  });
});
