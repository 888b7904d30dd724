import { giveUpAfter, wasGivenUp } from '@/components/ui/patience';
import type { DraftView } from '@/lib/application/rules/draft';
import type { Failure, FailureKind, Saved, SendAnswer, Transport } from './draft-state';

/** What has no answer by then has none: a server that was ended at a bad moment leaves requests hanging. */
const PATIENCE_MS = 10_000;

const SAYS: Record<FailureKind, string> = {
  network: '网络断开',
  silent: '服务器没有答复',
  'signed-out': '登录已过期',
  'somebody-else': '当前登录的是另一个账号',
  superseded: '正在核对先后顺序',
  refused: '内容被拒绝',
};

export type TransportOptions = { readonly address: string; readonly as: string; readonly patienceMs?: number };

/** The way of typed answers to the server, by fetch: it can be kept alive while the page goes away. */
export function saveTransport({ address, as, patienceMs = PATIENCE_MS }: TransportOptions): Transport {
  return {
    async send(batch, { keepalive }) {
      try {
        const response = await fetch(address, {
          method: 'POST',
          keepalive,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...batch, as }),
          signal: giveUpAfter(patienceMs),
        });
        return await answerOf(response);
      } catch (error) {
        return { ok: false, failure: lost(error) };
      }
    },
    async load(seen) {
      try {
        const query = new URLSearchParams({ as, ...(seen !== null && { revision: String(seen) }) });
        const response = await fetch(`${address}?${query}`, { cache: 'no-store', signal: giveUpAfter(patienceMs) });
        if (response.status === 204) return { ok: true, draft: null };
        if (!response.ok) return { ok: false, failure: await failureOf(response) };
        return { ok: true, draft: ((await response.json()) as { value: DraftView }).value };
      } catch (error) {
        return { ok: false, failure: lost(error) };
      }
    },
  };
}

async function answerOf(response: Response): Promise<SendAnswer> {
  if (response.ok) return { ok: true, value: ((await response.json()) as { value: Saved }).value };
  return { ok: false, failure: await failureOf(response) };
}

const failure = (why: FailureKind, says = SAYS[why]): Failure => ({ kind: 'failed', why, says });

const lost = (error: unknown) => failure(wasGivenUp(error) ? 'silent' : 'network');

async function failureOf(response: Response): Promise<Failure> {
  if (response.status === 401) return failure('signed-out');
  if (response.status >= 500) return failure('silent');
  const refusal = (await response.json().catch(() => ({}))) as Refusal;
  if (refusal.code === 'superseded') return failure('superseded');
  // Staff, and whoever has no right to this draft, are answered as if there were none.
  if (refusal.code === 'somebody-else' || response.status === 404)
    return failure('somebody-else', refusal.who ? `当前登录的是${refusal.who}` : undefined);
  return failure('refused', refusal.explained?.why ?? '这份申请现在不能修改。');
}

type Refusal = { code?: string; who?: string; explained?: { why: string } };
