import { giveUpAfter, wasGivenUp } from '@/components/ui/patience';
import type { DraftView } from '@/lib/application/rules/draft';
import type { Saved, SendAnswer, Transport } from './draft-state';

/** What has no answer by then has none: a server that was ended at a bad moment leaves requests hanging. */
const PATIENCE_MS = 10_000;

const SILENT = '服务器没有答复，正在重试';
const NETWORK = '网络断开，恢复后自动保存';
const SIGNED_OUT = '登录已过期，重新登录后自动保存';

/** The way of typed answers to the server, by fetch: it can be kept alive while the page goes away. */
export function saveTransport(address: string, patienceMs = PATIENCE_MS): Transport {
  return {
    async send(batch, { keepalive }) {
      try {
        const response = await fetch(address, {
          method: 'POST',
          keepalive,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(batch),
          signal: giveUpAfter(patienceMs),
        });
        return await answerOf(response);
      } catch (error) {
        const says = wasGivenUp(error) ? SILENT : NETWORK;
        return { ok: false, failure: { kind: 'failed', why: 'network', says } };
      }
    },
    async load() {
      try {
        const response = await fetch(address, { cache: 'no-store', signal: giveUpAfter(patienceMs) });
        return response.ok ? ((await response.json()) as { value: DraftView }).value : null;
      } catch {
        return null;
      }
    },
  };
}

async function answerOf(response: Response): Promise<SendAnswer> {
  if (response.ok) return { ok: true, value: ((await response.json()) as { value: Saved }).value };
  if (response.status === 401) return { ok: false, failure: { kind: 'failed', why: 'signed-out', says: SIGNED_OUT } };
  if (response.status >= 500)
    return { ok: false, failure: { kind: 'failed', why: 'network', says: '系统繁忙，正在重试' } };
  const refusal = (await response.json().catch(() => ({}))) as { explained?: { why: string } };
  const says = refusal.explained?.why ?? '这份申请现在不能修改。';
  return { ok: false, failure: { kind: 'failed', why: 'refused', says } };
}
