import type { Explained } from '@/lib/access/refusals';
import type { Finding } from '@/lib/capture/rules/findings';
import type { CaptureStatus } from '@/lib/capture/rules/states';

/** What the server tells the phone of its link. */
export type PhoneState = {
  readonly status: CaptureStatus;
  readonly pairingCode: string;
  readonly endReason: string | null;
  readonly photograph: {
    readonly id: string;
    readonly verdict: 'CLEAN' | 'DOUBTFUL' | 'REFUSED';
    readonly findings: readonly Finding[];
    readonly flat: boolean;
  } | null;
  readonly receipt: {
    readonly number: string;
    readonly version: number;
    readonly payee: string;
    readonly amountFen: number;
  };
};

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly explained: Explained };

const OFFLINE: Explained = {
  title: '网络断开',
  why: '没有连上服务器，照片还在本页。',
  next: [{ label: '连上网络后再试一次' }],
};
const BROKEN: Explained = {
  title: '暂时不能办理',
  why: '服务器没有给出答复。',
  next: [{ label: '请稍后再试，或在电脑端重新生成二维码' }],
};
const GONE: Explained = {
  title: '链接无效',
  why: '本页的拍照链接已经失效。',
  next: [{ label: '请在电脑端的“上传收据”中重新生成二维码' }],
};

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/phone/${path}`, { ...init, cache: 'no-store' });
  } catch {
    return { ok: false, code: 'offline', explained: OFFLINE };
  }
  const body = (await response.json().catch(() => null)) as Answer<T> | null;
  if (body?.ok) return body;
  if (body && body.explained) return body;
  return { ok: false, code: body?.code ?? 'broken', explained: response.status === 401 ? GONE : BROKEN };
}

const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Everything the phone says to the server. */
export const phoneLink = {
  enter: (token: string) => ask<null>('enter', json({ token, label: deviceLabel(navigator.userAgent) })),
  state: () => ask<PhoneState>('state'),
  camera: () => ask<null>('camera', { method: 'POST' }),
  alive: () => ask<null>('camera?alive', { method: 'POST' }),
  photograph: (picture: Blob) =>
    ask<{ photographId: string }>('photograph', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: picture,
    }),
  submit: (photographId: string) => ask<null>('submit', json({ photographId })),
};

/** The phone in words, shown on the desktop. */
export function deviceLabel(userAgent: string): string {
  const device = /iPhone/.test(userAgent) ? 'iPhone' : /Android/.test(userAgent) ? '安卓手机' : '手机';
  return /MicroMessenger/i.test(userAgent) ? `${device} 微信` : device;
}
