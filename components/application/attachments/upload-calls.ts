import type { Explained } from '@/lib/access/refusals';
import type { BesidePapers, EarlierPaper } from '@/lib/application/rules/place-of-upload';

export type Answered<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** Sending the same again may succeed. */
  | { readonly kind: 'lost'; readonly says: string }
  /** It will not: the file or the place is refused. `receivedBytes`: where to go on, if that is all. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly explained: Explained;
      readonly receivedBytes: number | undefined;
    };

export const LOST = '网络断开';
const SILENT = '服务器没有答复';
/** A part is small; that it takes so long means that nobody is there. */
const LONGEST_MS = 60_000;

type Call = { readonly method: string; readonly body?: BodyInit; readonly signal?: AbortSignal };

/** One call of the upload routes. Rejects only when `signal` was aborted by the clerk. */
export async function call<T>(address: string, { signal, ...init }: Call): Promise<Answered<T>> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), LONGEST_MS);
  const stop = () => silence.abort();
  signal?.addEventListener('abort', stop);
  try {
    const answer = await fetch(address, { ...init, signal: silence.signal, headers: typeOf(init.body) });
    return await read<T>(answer);
  } catch {
    signal?.throwIfAborted();
    return { kind: 'lost', says: silence.signal.aborted ? SILENT : LOST };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function typeOf(body: BodyInit | undefined): HeadersInit {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' };
}

type Body<T> = {
  readonly value?: T;
  readonly code?: string;
  readonly explained?: Explained;
  readonly receivedBytes?: number;
};

/** The answer of our own route; whatever stands between may answer something else. */
async function read<T>(answer: Response): Promise<Answered<T>> {
  const body = (await answer.json().catch(() => null)) as Body<T> | null;
  if (answer.ok && body) return { kind: 'ok', value: body.value as T };
  if (answer.status === 401) return { kind: 'lost', says: '登录已过期，请重新登录后重试' };
  if (body?.explained && body.code) {
    return { kind: 'refused', code: body.code, explained: body.explained, receivedBytes: body.receivedBytes };
  }
  return { kind: 'lost', says: answer.status >= 500 ? '系统繁忙，没有存好' : '没有传完' };
}

/** What stands beside the papers; null where it could not be asked. */
export async function askBeside(applicationId: string): Promise<BesidePapers | null> {
  const answer = await call<BesidePapers>(`/api/uploads?application=${applicationId}`, { method: 'GET' });
  return answer.kind === 'ok' ? answer.value : null;
}

type Place = { readonly applicationId: string; readonly requirementId: string; readonly talentId: string | null };

/** Papers of earlier applications that fit this place; null where they could not be asked. */
export async function askEarlier({ applicationId, requirementId, talentId }: Place): Promise<EarlierPaper[] | null> {
  const query = new URLSearchParams({ application: applicationId, requirement: requirementId });
  if (talentId) query.set('talent', talentId);
  const answer = await call<EarlierPaper[]>(`/api/uploads/earlier?${query}`, { method: 'GET' });
  return answer.kind === 'ok' ? answer.value : null;
}
