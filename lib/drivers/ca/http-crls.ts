import { CA_PROVIDERS } from '@/lib/enterprise/rules/ca-provider';
import { ok, refuse } from '@/lib/kernel/result';
import type { CrlSource } from '@/lib/ports/ca-verifier';

const TIMEOUT_MS = 20_000;
/** Some hundred thousand revoked keys. */
const BYTES_MAX = 20 * 1024 * 1024;

/** `JIANGSU=https://…,SUZHOU=https://…`; a mistyped entry stops the start, since keys would go unchecked. */
export function crlAddresses(text: string | undefined): CrlSource['addresses'] {
  return (text ?? '')
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [name, ...rest] = entry.trim().split('=');
      const provider = CA_PROVIDERS.find((one) => one === name);
      const url = URL.canParse(rest.join('=')) ? new URL(rest.join('=')) : null;
      if (!provider || !url || !/^https?:$/.test(url.protocol))
        throw new Error(`CA_CRL_URLS: not an address: ${entry}`);
      return { provider, url: url.href };
    });
}

/**
 * Fetches lists from the given addresses only: what a certificate says about where its list is would let anybody send
 * this server anywhere. Redirects are not followed for the same reason. Plain http will do, since a list is signed.
 */
export function httpCrls(addresses: CrlSource['addresses']): CrlSource {
  return {
    addresses,
    async fetch(url) {
      if (!addresses.some((one) => one.url === url)) return refuse('not-configured');
      try {
        const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (!answer.ok || !answer.body) return refuse('unreachable');
        return await limited(answer.body);
      } catch {
        return refuse('unreachable');
      }
    },
  };
}

async function limited(body: ReadableStream<Uint8Array>) {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok<Uint8Array>(Buffer.concat(parts));
    bytes += value.byteLength;
    if (bytes > BYTES_MAX) {
      await reader.cancel();
      return refuse('too-large');
    }
    parts.push(value);
  }
}
