import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { differenceFrom } from '@/lib/enterprise/rules/register-entry';
import type { EntityRegister, RegisterAnswer } from '@/lib/ports/entity-register';

const TIMEOUT_MS = 5_000;
const ANSWER_BYTES_MAX = 16 * 1024;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().max(500).optional();
const answerSchema = z.object({
  found: z.boolean(),
  asOf: day.optional(),
  entity: z
    .object({
      uscc: z.string().max(18),
      name: z.string().min(1).max(200),
      type: text,
      legalRepresentative: text,
      registeredAddress: text,
      establishedOn: day.optional(),
      status: text,
    })
    .optional(),
});

/**
 * The register behind an address of the operator's. The contract:
 *
 * Request: POST to `url`, JSON {uscc, name}, headers `x-timestamp` (milliseconds) and `x-signature`: HMAC-SHA256 in hex
 * under the shared key over timestamp, a line feed and the body. The other side refuses what is older than 5 minutes.
 * Answer: 200 with JSON {found: false}, or {found: true, asOf: 'YYYY-MM-DD', entity: {uscc, name, type?,
 * legalRepresentative?, registeredAddress?, establishedOn? 'YYYY-MM-DD', status?}}, at most 16 KB. Whether the name is
 * the same is judged here, by the same rule as for the table. Anything else, a redirect among it, is `unavailable`.
 *
 * `url` comes from the configuration alone and its host must be in `hosts`; https, or http to this machine only.
 */
export function httpRegister(options: {
  readonly url: string;
  readonly hosts: readonly string[];
  readonly key: string;
  readonly clock: () => number;
  readonly timeoutMs?: number;
}): EntityRegister {
  const url = checkedAddress(options.url, options.hosts);
  return {
    async lookUp(given) {
      const body = JSON.stringify({ uscc: given.uscc, name: given.name });
      const timestamp = String(options.clock());
      const signature = createHmac('sha256', options.key).update(`${timestamp}\n${body}`).digest('hex');
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
          body,
          signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
        });
        if (response.status !== 200) return { answer: 'unavailable' };
        return judge(answerSchema.parse(JSON.parse(await readBounded(response))), given);
      } catch {
        return { answer: 'unavailable' };
      }
    },
  };
}

function judge(said: z.infer<typeof answerSchema>, given: { uscc: string; name: string }): RegisterAnswer {
  if (!said.found) return { answer: 'no-match', why: 'unknown-uscc' };
  if (!said.entity || !said.asOf) return { answer: 'unavailable' };
  const why = differenceFrom(said.entity, given);
  if (why) return { answer: 'no-match', why };
  const { uscc, name, type, legalRepresentative, registeredAddress, establishedOn, status } = said.entity;
  const entity = {
    uscc,
    name,
    asOf: said.asOf,
    ...(type ? { type } : {}),
    ...(legalRepresentative ? { legalRepresentative } : {}),
    ...(registeredAddress ? { registeredAddress } : {}),
    ...(establishedOn ? { establishedOn } : {}),
    ...(status ? { status } : {}),
  };
  return { answer: 'match', entity };
}

function checkedAddress(address: string, hosts: readonly string[]): URL {
  const url = new URL(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    throw new Error('REGISTER_URL must be https, or http to this machine');
  if (!hosts.includes(url.hostname)) throw new Error('the host of REGISTER_URL is not in REGISTER_HOSTS');
  if (url.username || url.password) throw new Error('REGISTER_URL must not carry a password');
  return url;
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > ANSWER_BYTES_MAX) throw new Error('the register answers too much');
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
