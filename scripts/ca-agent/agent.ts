import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { AgentDesk } from './agent-desk';
import { admit, Refused, send } from './answers';
import { usbPorts } from './usb-ports';

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
  const desk = new AgentDesk(usbPorts(join(folder, 'keys')), crash);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isLocal(request)) throw new Refused(421, 'host');
      if (request.url?.startsWith('/crl/')) return sendCrl(folder, request.url, response);
      if (!admit(request, response, origins)) throw new Refused(403, 'origin');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      const body = await desk.answer(request, response);
      if (!response.writableEnded && !response.destroyed) send(response, 200, body);
    } catch (error) {
      if (error instanceof Refused) send(response, error.status, { code: error.code, ...error.more });
      else send(response, 500, { code: 'failed' });
    }
  }

  return createServer((request, response) => void serve(request, response));
}

/** A name that somebody else lets point here (DNS rebinding) is refused. */
function isLocal({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
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
