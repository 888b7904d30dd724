import type { Explained } from '@/lib/access/refusals';
import type { CaProvider, ProofPurpose, TakenProof } from '@/lib/enterprise/rules/ca-provider';
import type { KeySetup } from '@/lib/enterprise/rules/ca-setup';
import type { Examination } from '@/lib/enterprise/rules/doctor-rows';
import type { Signed } from './agent/ca-agent';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly explained: Explained };

export type Challenge = { readonly challengeId: string; readonly challenge: string; readonly expiresAt: string };

const OFFLINE: Explained = {
  title: '网络断开',
  why: '没有连上本网站，Key 和本机驱动没有问题。',
  next: [{ label: '连上网络后再试一次，已填的都在' }],
};
const BROKEN: Explained = {
  title: '暂时无法核验',
  why: '本网站没有给出答复，与您的 Key 无关。',
  next: [{ label: '请稍后再试，已填的都在' }],
};

/** One call to our own server. Never rejects; the PIN is no part of any of them. */
async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  let response: Response;
  try {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    response = await fetch(`/api/ca/${path}`, { ...init, cache: 'no-store' });
  } catch {
    return { ok: false, code: 'offline', explained: OFFLINE };
  }
  try {
    const answer = (await response.json()) as Answer<T>;
    if (answer.ok || answer.explained) return answer;
  } catch {
    // a page of a proxy between us and the server
  }
  return { ok: false, code: 'broken', explained: BROKEN };
}

export const caServer = {
  examine: (challengeId: string, signed: Signed) => ask<Examination>('examine', { challengeId, ...signed }),
  setup: () => ask<KeySetup>('setup'),
  challenge: (provider: CaProvider, purpose: ProofPurpose) => ask<Challenge>('challenge', { provider, purpose }),
  prove: async (challengeId: string, signed: Signed): Promise<Answer<TakenProof>> => {
    const answer = await ask<TakenProof>('proof', { challengeId, ...signed });
    return answer.ok ? { ok: true, value: withInstants(answer.value) } : answer;
  },
};

/** JSON carries instants as text. */
function withInstants({ certificateNotAfter, provenAt, goodUntil, ...rest }: TakenProof): TakenProof {
  const [notAfter, proven, good] = [certificateNotAfter, provenAt, goodUntil].map((one) => new Date(one)) as [
    Date,
    Date,
    Date,
  ];
  return { ...rest, certificateNotAfter: notAfter, provenAt: proven, goodUntil: good };
}
