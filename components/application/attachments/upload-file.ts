import type { Explained } from '@/lib/access/refusals';

export type UploadPlace = {
  readonly applicationId: string;
  readonly requirementId: string;
  readonly talentId: string | null;
  readonly replaces?: string | undefined;
};

export type UploadOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** Sending the same file again may succeed. */
  | { readonly kind: 'lost'; readonly says: string }
  /** It will not: the file or the place is refused. */
  | { readonly kind: 'refused'; readonly explained: Explained };

export type Upload = { readonly outcome: Promise<UploadOutcome>; cancel(): void };

const LOST = '网络断开，没有传完';
const SILENT = '服务器没有答复，没有传完';

/** A file may take long; that nothing moves for so long means that nothing will. */
const LONGEST_SILENCE_MS = 90_000;

/**
 * Sends one file to its place, one request per file. XMLHttpRequest and not fetch: only it tells how much of a body has
 * gone.
 */
export function uploadFile(file: File, place: UploadPlace, onProgress: (sentBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const silence = silenceOf(() => request.abort());
  const outcome = new Promise<UploadOutcome>((resolve) => {
    request.upload.onprogress = (event) => {
      silence.broken();
      onProgress(event.loaded);
    };
    request.onabort = () => resolve(silence.isTooLong() ? { kind: 'lost', says: SILENT } : { kind: 'cancelled' });
    request.onerror = () => resolve({ kind: 'lost', says: LOST });
    request.onload = () => resolve(outcomeOf(request));
  }).finally(silence.over);
  request.open('POST', addressOf(place));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { outcome, cancel: () => request.abort() };
}

/** Calls `tooLong` once nothing has happened for the longest silence. */
function silenceOf(tooLong: () => void) {
  let isTooLong = false;
  const end = () => {
    isTooLong = true;
    tooLong();
  };
  let timer = setTimeout(end, LONGEST_SILENCE_MS);
  return {
    isTooLong: () => isTooLong,
    over: () => clearTimeout(timer),
    broken() {
      clearTimeout(timer);
      timer = setTimeout(end, LONGEST_SILENCE_MS);
    },
  };
}

function addressOf({ applicationId, requirementId, talentId, replaces }: UploadPlace): string {
  const query = new URLSearchParams({ application: applicationId, requirement: requirementId });
  if (talentId) query.set('talent', talentId);
  if (replaces) query.set('replaces', replaces);
  return `/api/uploads?${query}`;
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 401) return { kind: 'lost', says: '登录已过期，请重新登录后重试' };
  const refusal = parseRefusal(responseText);
  if (refusal.explained) return { kind: 'refused', explained: refusal.explained };
  if (refusal.code === 'upload-cut-off') return { kind: 'lost', says: LOST };
  return { kind: 'lost', says: status >= 500 ? '系统繁忙，没有存好' : '没有传完' };
}

/** The answer of our own route; whatever stands between may answer something else. */
function parseRefusal(text: string): { code?: string; explained?: Explained } {
  try {
    return JSON.parse(text) as { code?: string; explained?: Explained };
  } catch {
    return {};
  }
}
