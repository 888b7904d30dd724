import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer that is not a success: a status and a code, as vendors' services give them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

const BODY_BYTES_MAX = 64 * 1024;

export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > BODY_BYTES_MAX) throw new Refused(413, 'too-large');
    parts.push(part);
  }
  if (bytes === 0) return {};
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Refused(400, 'not-json');
  }
}

export function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * Lets a page of an allowed origin read the answer, and Chrome's check before a public page reaches this computer.
 * Answers whether the caller is allowed; one without an origin is no page.
 */
export function admit(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const { origin } = request.headers;
  response.setHeader('vary', 'Origin');
  if (!origin || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', 'content-type, x-agent-token');
    response.setHeader('access-control-allow-private-network', 'true');
    response.setHeader('access-control-max-age', '600');
  }
  return true;
}
