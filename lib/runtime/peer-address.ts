import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Carries the socket's address to the request context. Whatever a client sends under this name is overwritten. */
export const PEER_HEADER = 'x-portal-peer';

/**
 * Notes the other end of the socket on every request before anybody handles it. The framework keeps it only where the
 * client sent no X-Forwarded-For, so that anybody could choose his own address.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}
