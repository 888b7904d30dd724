import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { Answers } from '@/lib/programme/rules/config';
import type { Send } from './saver';

type Saved = { answers: Answers; sealed: SealedAnswers; at: string };

const PATIENCE_MS = 15_000;

/** The way of typed answers to the server; kept alive while the page goes away. */
export const sendTyped: Send = async (changes, keepalive) => {
  const body = JSON.stringify({ changes: Object.entries(changes).map(([fieldId, value]) => ({ fieldId, value })) });
  const headers = { 'content-type': 'application/json' };
  try {
    const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch('/register/save', { method: 'POST', headers, body, keepalive, signal });
    if (response.ok) {
      const { value } = (await response.json()) as { value: Saved };
      return { ok: true, value: { ...value, at: new Date(value.at) } };
    }
    if (response.status >= 500) return { ok: false, says: '系统繁忙，正在重试', isFinal: false };
    const refusal = (await response.json().catch(() => ({}))) as { explained?: { why: string } };
    return { ok: false, says: refusal.explained?.why ?? '注册现在不能修改。', isFinal: true };
  } catch {
    return { ok: false, says: '网络断开，恢复后自动保存', isFinal: false };
  }
};
