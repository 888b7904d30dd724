import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { readJson, Refused } from './answers';
import { CONTROLS, SOUND, type Defects } from './defects';
import { certificatesIn, signWith } from './key-file';
import type { Key, UsbPorts } from './usb-ports';

export const AGENT_VERSION = '3.2.0';
const OLD_VERSION = '2.1.4';
const TOKENS_MAX = 500;

/** What the agent answers to a page that was let in: sessions, keys, certificates, signatures; and the controls. */
export class AgentDesk {
  private readonly defects: Defects = { ...SOUND };
  /** Token by token, the origin that it was given to. */
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly ports: UsbPorts,
    private readonly crash: () => void,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const path = new URL(request.url ?? '/', 'http://agent').pathname;
    const [area, ...rest] = path.slice(1).split('/').map(decodeURIComponent);
    if (area === 'control') return this.control(rest[0] ?? '', request);
    if (area !== 'v1') throw new Refused(404, 'not-found');
    if (this.defects.slowMs > 0) await wait(this.defects.slowMs);
    if (this.defects.garbage) return garbage(response);
    if (rest[0] === 'session') return this.openSession(request);
    const token = String(request.headers['x-agent-token']);
    if (this.tokens.get(token) !== request.headers.origin) throw new Refused(401, 'token');
    if (rest[0] === 'keys' && rest.length === 1) return { keys: this.ports.plugged().map(listed) };
    const key = this.ports.find(rest[1] ?? '');
    if (!key) throw new Refused(410, 'no-key');
    if (rest[2] === 'certificate') return certificatesIn(key.pem);
    if (rest[2] === 'sign' && request.method === 'POST') return this.sign(key, await readJson(request), response);
    throw new Refused(404, 'not-found');
  }

  private async control(verb: string, request: IncomingMessage): Promise<object> {
    if (verb !== 'state') {
      const act = CONTROLS[verb];
      if (!act || request.method !== 'POST') throw new Refused(404, 'not-found');
      act(this.ports, this.defects, await readJson(request));
    }
    const keys = this.ports.all().map((key) => ({ ...shown(key), left: this.ports.left(key.id) }));
    return { version: AGENT_VERSION, keys, defects: this.defects };
  }

  private openSession(request: IncomingMessage): object {
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, request.headers.origin ?? '');
    const [oldest] = this.tokens.keys();
    if (this.tokens.size > TOKENS_MAX && oldest) this.tokens.delete(oldest);
    return { token, version: this.defects.oldVersion ? OLD_VERSION : AGENT_VERSION, name: 'CA 驱动模拟程序' };
  }

  private sign(key: Key, { pin, data, format }: Readonly<Record<string, unknown>>, response: ServerResponse): object {
    const { ports, defects } = this;
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
      this.crash();
    }
    return signWith(key, Buffer.from(data, 'base64'), format === 'cms' ? 'cms' : 'raw');
  }
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
