import type { Explained } from '@/lib/access/refusals';
import type { PaperCheck } from '@/lib/enterprise/rules/paper-check';

/** What stands in a slot: the file as it was kept, and what the check of a printed form said of it. */
export type UploadedPaper = {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly check: PaperCheck | null;
};

export type SendOutcome =
  | { readonly kind: 'done'; readonly paper: UploadedPaper }
  | { readonly kind: 'cancelled' }
  /** Sending the same file again may succeed. */
  | { readonly kind: 'lost'; readonly says: string }
  /** It will not: the file is refused. */
  | { readonly kind: 'refused'; readonly explained: Explained };

export type Sending = { readonly outcome: Promise<SendOutcome>; cancel(): void };

const LOST = '网络断开，没有传完';

/** Sends one file, its bytes as the body. XMLHttpRequest and not fetch: only it tells how much of a body has gone. */
export function sendPaper(file: File, uploadUrl: string, onProgress: (sentBytes: number) => void): Sending {
  const request = new XMLHttpRequest();
  const outcome = new Promise<SendOutcome>((resolve) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onerror = () => resolve({ kind: 'lost', says: LOST });
    request.ontimeout = () => resolve({ kind: 'lost', says: LOST });
    request.onload = () => resolve(outcomeOf(request, file));
  });
  request.open('POST', uploadUrl);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { outcome, cancel: () => request.abort() };
}

type Answered = Partial<Pick<UploadedPaper, 'fileId' | 'mediaType' | 'sizeBytes' | 'check'>>;

function outcomeOf({ status, responseText }: XMLHttpRequest, file: File): SendOutcome {
  const answer = parsed(responseText);
  if (status >= 200 && status < 300 && answer.value?.fileId) {
    const { fileId, mediaType = file.type, sizeBytes = file.size, check = null } = answer.value;
    return { kind: 'done', paper: { fileId, name: file.name, mediaType, sizeBytes, check } };
  }
  if (answer.explained) return { kind: 'refused', explained: answer.explained };
  if (status === 401) return { kind: 'lost', says: '登录已过期，请重新登录后重试' };
  if (status === 413) return { kind: 'lost', says: '文件太大，没有收下' };
  return { kind: 'lost', says: status >= 500 ? '系统繁忙，没有存好' : '没有传完' };
}

/** The answer of our own route; whatever stands between may answer something else. */
function parsed(text: string): { value?: Answered; explained?: Explained } {
  try {
    return JSON.parse(text) as { value?: Answered; explained?: Explained };
  } catch {
    return {};
  }
}
