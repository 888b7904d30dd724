import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { admit, readJson, Refused, send } from './answers';
import { CONTROLS, SOUND, type Defects } from './defects';
import { certificatesIn, signWith } from './key-file';
import { usbPorts, type Key } from './usb-ports';

export const AGENT_VERSION = '3.2.0';
const OLD_VERSION = '2.1.4';
const TOKENS_MAX = 500;

export type AgentOptions = {
  /** Holds `keys` (the USB ports) and `crl` (the lists of the two CAs). */
  readonly folder: string;
  /** Pages of these origins may use the agent; nobody else. */
  readonly origins: readonly string[];
  /** What `crash-mid-sign` does; the process ends. */
  readonly crash: () => void;
};

/**
 * The service that a vendor installs on the visitor's computer, as a simulator: JSON over loopback, for pages of the
 * allowed origins only, each with a token of its own. It holds the keys and judges the PIN; the portal sees neither.
 */
export function caAgent({ folder, origins, crash }: AgentOptions): Server {
  const ports = usbPorts(join(folder, 'keys'));
  const defects: Defects = { ...SOUND };
  const tokens = new Map<string, string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const path = new URL(request.url ?? '/', 'http://agent').pathname;
    const [area, ...rest] = path.slice(1).split('/').map(decodeURIComponent);
    if (area === 'control') return control(rest[0] ?? '', request);
    if (area !== 'v1') throw new Refused(404, 'not-found');
    if (defects.slowMs > 0) await wait(defects.slowMs);
    if (defects.garbage) return garbage(response);
    if (rest[0] === 'session') return openSession(request);
    if (tokens.get(String(request.headers['x-agent-token'])) !== request.headers.origin)
      throw new Refused(401, 'token');
    if (rest[0] === 'keys' && rest.length === 1) return { keys: ports.plugged().map(listed) };
    const key = ports.find(rest[1] ?? '');
    if (!key) throw new Refused(410, 'no-key');
    if (rest[2] === 'certificate') return certificatesIn(key.pem);
    if (rest[2] === 'sign' && request.method === 'POST') return sign(key, await readJson(request), response);
    throw new Refused(404, 'not-found');
  }

  async function control(verb: string, request: IncomingMessage): Promise<object> {
    if (verb !== 'state') {
      const act = CONTROLS[verb];
      if (!act || request.method !== 'POST') throw new Refused(404, 'not-found');
      act(ports, defects, await readJson(request));
    }
    const keys = ports.all().map((key) => ({ ...shown(key), left: ports.left(key.id) }));
    return { version: AGENT_VERSION, keys, defects };
  }

  function openSession(request: IncomingMessage): object {
    const token = randomBytes(24).toString('base64url');
    tokens.set(token, request.headers.origin ?? '');
    const [oldest] = tokens.keys();
    if (tokens.size > TOKENS_MAX && oldest) tokens.delete(oldest);
    return { token, version: defects.oldVersion ? OLD_VERSION : AGENT_VERSION, name: 'CA 驱动模拟程序' };
  }

  function sign(key: Key, { pin, data, format }: Readonly<Record<string, unknown>>, response: ServerResponse): object {
    if (defects.cancel) {
      defects.cancel = false;
      throw new Refused(409, 'cancelled');
    }
    if (ports.left(key.id) === 0) throw new Refused(423, 'pin-locked');
    if (pin !== key.pin) {
      ports.useTry(key.id);
      const left = ports.left(key.id);
      throw left === 0 ? new Refused(423, 'pin-locked') : new Refused(403, 'pin-wrong', { left });
    }
    ports.restore(key.id);
    if (typeof data !== 'string') throw new Refused(400, 'no-data');
    if (defects.crashMidSign) {
      response.destroy();
      crash();
    }
    return signWith(key, Buffer.from(data, 'base64'), format === 'cms' ? 'cms' : 'raw');
  }

  return createServer((request, response) => {
    void (async () => {
      try {
        if (!isLocal(request)) throw new Refused(421, 'host');
        if (request.url?.startsWith('/crl/')) return sendCrl(folder, request.url, response);
        if (!admit(request, response, origins)) throw new Refused(403, 'origin');
        if (request.method === 'OPTIONS') return void response.writeHead(204).end();
        const body = await answer(request, response);
        if (!response.writableEnded && !response.destroyed) send(response, 200, body);
      } catch (error) {
        if (error instanceof Refused) send(response, error.status, { code: error.code, ...error.more });
        else send(response, 500, { code: 'failed' });
      }
    })();
  });
}

/** A name that somebody else lets point here (DNS rebinding) is refused. */
function isLocal({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

function listed({ id, label, issuer, provider, notAfter }: Key): object {
  return { id, label, issuer, provider, notAfter };
}

/** A key on the control page: with its PIN, without its private part. */
function shown({ id, label, provider, algorithm, notAfter, pin, note, plugged }: Key): object {
  return { id, label, provider, algorithm, notAfter, pin, note, plugged };
}

function garbage(response: ServerResponse): object {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"token":\u0000<<<');
  return {};
}

function sendCrl(folder: string, url: string, response: ServerResponse): void {
  const name = /^\/crl\/([a-z0-9-]+)\.crl$/.exec(url)?.[1];
  if (!name) throw new Refused(404, 'not-found');
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, 'crl', `${name}.crl`));
  } catch {
    throw new Refused(404, 'not-found');
  }
  response.writeHead(200, { 'content-type': 'application/pkix-crl' });
  response.end(bytes);
}
