import { createHmac } from 'node:crypto';
import { ok, refuse } from '@/lib/kernel/result';
import type { SmsPort } from '@/lib/ports/sms';

const TIMEOUT_MS = 10_000;

/**
 * SMS by an HTTP gateway: a JSON body {to, text, key} signed in the header `x-signature` by HMAC-SHA256 over
 * timestamp and body. The operator's gateway adapter turns it into the provider's own form.
 */
export function httpSms(options: {
  readonly url: string;
  readonly key: string;
  readonly clock: () => number;
}): SmsPort {
  return {
    async send(sms) {
      const body = JSON.stringify(sms);
      const timestamp = String(options.clock());
      const signature = createHmac('sha256', options.key).update(`${timestamp}\n${body}`).digest('hex');
      try {
        const answer = await fetch(options.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (answer.ok) return ok({ providerId: ((await answer.json()) as { id?: string }).id ?? sms.key });
        return refuse(
          answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? 'rejected' : 'unreachable',
        );
      } catch {
        return refuse('unreachable');
      }
    },
  };
}
