import type { Explained } from '@/lib/access/refusals';
import { PART_BYTES } from '@/lib/files/rules/upload-limits';
import { call, LOST, type Answered } from './upload-calls';

export type UploadPlace = {
  readonly applicationId: string;
  readonly requirementId: string;
  readonly talentId: string | null;
  readonly replaces?: string | undefined;
};

export type Uploaded = { readonly attachmentId: string; readonly fileId: string; readonly alsoIn: readonly string[] };

export type UploadOutcome =
  | { readonly kind: 'done'; readonly uploaded: Uploaded }
  | { readonly kind: 'cancelled' }
  /** Goes on later from where it stopped. */
  | { readonly kind: 'lost'; readonly says: string }
  | { readonly kind: 'refused'; readonly code: string; readonly explained: Explained };

export type Upload = { readonly outcome: Promise<UploadOutcome>; cancel(): void };

export type UploadAsked = {
  readonly file: File;
  readonly place: UploadPlace;
  readonly fingerprint: string;
  /** The clerk means it, although the file is attached elsewhere. */
  readonly again: boolean;
  onBegun(uploadId: string): void;
  onProgress(progress: Progress): void;
};

export type Progress = {
  readonly sentBytes: number;
  /** What had come before this page sent anything. */
  readonly resumedBytes: number;
  /** Since sending began. */
  readonly elapsedMs: number;
};

/** Tries of one part before the clerk is told; a refusal is never tried again. */
const TRIES = 3;
const WAIT_MS = 800;

/**
 * Sends one file in parts. Where to begin is asked of the server, so a lost network, a server that was ended and a page
 * that was loaded anew all go on from the last whole part.
 */
export function uploadFile(asked: UploadAsked): Upload {
  const stop = new AbortController();
  let uploadId: string | null = null;
  const onBegun = (id: string) => {
    uploadId = id;
    asked.onBegun(id);
  };
  const outcome = send({ ...asked, onBegun }, stop.signal).catch(async (error): Promise<UploadOutcome> => {
    if (!stop.signal.aborted) throw error;
    if (uploadId) await cancelUpload(uploadId);
    return { kind: 'cancelled' };
  });
  return { outcome, cancel: () => stop.abort() };
}

/** Has the server forget what has come of a file. */
export const cancelUpload = (uploadId: string) => call(`/api/uploads/${uploadId}`, { method: 'DELETE' });

async function send(asked: UploadAsked, signal: AbortSignal): Promise<UploadOutcome> {
  const { file, onBegun, again } = asked;
  const since = performance.now();
  const begin = await insist(() => beginUpload(asked, signal), signal);
  if (begin.kind !== 'ok') return begin;
  const { uploadId } = begin.value;
  onBegun(uploadId);
  let at = begin.value.receivedBytes;
  const resumedBytes = at;
  const tell = () => asked.onProgress({ sentBytes: at, resumedBytes, elapsedMs: performance.now() - since });
  tell();
  while (at < file.size) {
    const answer = await insist(() => sendPart(uploadId, file, at, signal), signal);
    if (answer.kind === 'refused' && answer.receivedBytes !== undefined && answer.receivedBytes !== at) {
      at = answer.receivedBytes;
    } else if (answer.kind !== 'ok') {
      return answer.kind === 'refused' && answer.receivedBytes !== undefined ? { kind: 'lost', says: LOST } : answer;
    } else {
      at = answer.value.receivedBytes;
    }
    tell();
  }
  const body = JSON.stringify({ again });
  const done = await insist(() => call<Uploaded>(`/api/uploads/${uploadId}`, { method: 'POST', body, signal }), signal);
  return done.kind === 'ok' ? { kind: 'done', uploaded: done.value } : done;
}

type Begun = { readonly uploadId: string; readonly receivedBytes: number };

function beginUpload({ file, place, fingerprint, again }: UploadAsked, signal: AbortSignal): Promise<Answered<Begun>> {
  const body = JSON.stringify({
    ...place,
    replaces: place.replaces ?? null,
    ...{ name: file.name, sizeBytes: file.size, fingerprint, again },
  });
  return call<Begun>('/api/uploads', { method: 'POST', body, signal });
}

function sendPart(uploadId: string, file: File, at: number, signal: AbortSignal): Promise<Answered<Begun>> {
  const body = file.slice(at, at + PART_BYTES);
  return call<Begun>(`/api/uploads/${uploadId}?offset=${at}`, { method: 'PUT', body, signal });
}

/** Tries what was lost a few times, a little later each time; while the network is known to be away it waits for nothing. */
async function insist<T>(work: () => Promise<Answered<T>>, signal: AbortSignal): Promise<Answered<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await work();
    signal.throwIfAborted();
    if (answer.kind !== 'lost' || attempt === TRIES || !navigator.onLine) return answer;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt));
    signal.throwIfAborted();
  }
}
