import { giveUpAfter } from '@/components/ui/patience';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { isWeChat } from './no-camera';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly explained: Explained; readonly held?: Held };

/** Another phone has the link: which opening of it is meant. */
export type Held = { readonly since: string };
/** Of the phone that gives way, with the digits that the desktop shows. */
export type TakeOver = Held & { readonly pairingCode: string };

const OFFLINE: Explained = {
  title: '网络断开',
  why: '没有连上服务器。',
  next: [{ label: '连上网络后再试一次' }],
};
const BROKEN: Explained = {
  title: '暂时不能办理',
  why: '服务器没有给出答复。',
  next: [{ label: '请稍后再试，或在电脑端重新生成二维码' }],
};
/** No link, or one that this phone does not hold. */
export const SCAN_FIRST: Explained = {
  title: '请扫码打开',
  why: '本页要从电脑端的二维码打开，并且只在扫码的这部手机上有效。',
  next: [{ label: '在电脑端打开本资金事项，点击“上传收据”，再用手机扫码' }],
};

const failed = (code: string, explained: Explained): Answer<never> => ({ ok: false, code, explained });

/** What the server said, or why it said nothing that can be used. */
function read<T>(status: number, text: string): Answer<T> {
  try {
    const body = JSON.parse(text) as Answer<T>;
    if (body.ok || body.explained) return body;
  } catch {
    // a page of a proxy between us and the server
  }
  return status === 401 ? failed('link-unknown', SCAN_FIRST) : failed('broken', BROKEN);
}

/** What has no answer by then has none; a picture is larger and is looked at before it is answered. */
const PATIENCE_MS = 20_000;
const PICTURE_PATIENCE_MS = 120_000;

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const signal = giveUpAfter(PATIENCE_MS);
    const response = await fetch(`/api/phone/${path}`, { ...init, signal, cache: 'no-store' });
    return read(response.status, await response.text());
  } catch {
    return failed('offline', OFFLINE);
  }
}

/** Sends a picture and says how much of it has gone, 0 to 1; from 1 on the server looks at it. Never rejects. */
function photograph(picture: Blob, progress: (share: number) => void): Promise<Answer<{ photographId: string }>> {
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.upload.onload = () => progress(1);
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve(failed('offline', OFFLINE));
    request.onabort = request.onerror;
    request.ontimeout = request.onerror;
    request.timeout = PICTURE_PATIENCE_MS;
    request.open('POST', '/api/phone/photograph');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(picture);
  });
}

const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Everything the phone says to the server. */
export const phoneLink = {
  enter: (token: string, takeOver?: TakeOver) =>
    ask<null>('enter', json({ token, label: deviceLabel(navigator.userAgent), takeOver })),
  state: () => ask<PhoneView>('state'),
  camera: () => ask<null>('camera', { method: 'POST' }),
  alive: () => ask<null>('camera?alive', { method: 'POST' }),
  photograph,
  submit: (photographId: string) => ask<null>('submit', json({ photographId })),
};

/** True where the same request may well succeed later: nothing is wrong with what was sent. */
export function isPassing(code: string): boolean {
  return PASSING.has(code);
}

const PASSING = new Set(['offline', 'broken', 'somebody-was-faster', 'busy', 'too-many-pictures']);

/** True where the pairing code may be typed again. */
export function asksAgain(code: string): boolean {
  return code === 'pairing-wrong' || code === 'too-many-tries' || isPassing(code);
}

/** The phone in words, shown on the desktop. */
export function deviceLabel(userAgent: string): string {
  const device = /iPhone/.test(userAgent) ? 'iPhone' : /Android/.test(userAgent) ? androidLabel(userAgent) : '手机';
  return isWeChat(userAgent) ? `${device} 微信` : device;
}

/** Beside the model there stand the system, its version, a language, marks of the browser; Chrome writes K for any model. */
const NO_MODEL = /^(Linux.*|U|K|wv|Mobile|Android.*|HarmonyOS.*|HMSCore.*|[a-z]{2}[-_][a-z]{2})$/i;
const MODEL_MOST = 24;

function androidLabel(userAgent: string): string {
  const parts = /\(([^)]*)\)/.exec(userAgent)?.[1]?.split(';') ?? [];
  const model = parts.map((part) => part.replace(/ Build\/.*/, '').trim()).find((part) => part && !NO_MODEL.test(part));
  return model ? `安卓手机 ${model.slice(0, MODEL_MOST)}` : '安卓手机';
}
