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

/**
 * Sends one file to its place, one request per file. XMLHttpRequest and not fetch: only it tells how much of a body has
 * gone.
 */
export function uploadFile(file: File, place: UploadPlace, onProgress: (sentBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const outcome = new Promise<UploadOutcome>((resolve) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onerror = () => resolve({ kind: 'lost', says: LOST });
    request.ontimeout = () => resolve({ kind: 'lost', says: LOST });
    request.onload = () => resolve(outcomeOf(request));
  });
  request.open('POST', addressOf(place));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { outcome, cancel: () => request.abort() };
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
