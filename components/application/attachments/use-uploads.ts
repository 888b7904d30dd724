'use client';

import { useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { formatBytes, MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { useWizard } from '../wizard/wizard-context';
import { uploadFile, type UploadPlace } from './upload-file';

/** A file on its way to its place, or one that did not arrive. */
export type Underway = {
  readonly key: string;
  readonly place: UploadPlace;
  readonly file: File;
  readonly state: 'sending' | 'storing' | 'lost' | 'refused';
  readonly sentBytes: number;
  /** Since sending began. */
  readonly elapsedMs: number;
  readonly says: string | null;
  readonly explained: Explained | null;
};

export type Uploads = {
  readonly underway: readonly Underway[];
  send(files: readonly File[], place: UploadPlace): void;
  retry(key: string): void;
  /** Stops sending, or takes a failed one off the page. */
  drop(key: string): void;
};

const TOO_LARGE: Explained = {
  title: '文件太大',
  why: `每个文件不超过 ${formatBytes(MAX_FILE_BYTES)}，没有上传。`,
  next: [{ label: '请压缩、降低扫描精度或分成几个文件' }],
};

/** Files on their way, each by a request of its own, so that one that fails takes no other with it. */
export function useUploads(): Uploads {
  const { session } = useWizard();
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const cancels = useRef(new Map<string, () => void>());
  useEffect(() => askBeforeLeaving(underway.some(isMoving)), [underway]);

  const change = (key: string, next: Partial<Underway>) =>
    setUnderway((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const remove = (key: string) => setUnderway((all) => all.filter((one) => one.key !== key));

  async function start({ key, file, place }: Pick<Underway, 'key' | 'file' | 'place'>) {
    const begun = performance.now();
    const upload = uploadFile(file, place, (sentBytes) =>
      change(key, {
        sentBytes,
        elapsedMs: performance.now() - begun,
        state: sentBytes >= file.size ? 'storing' : 'sending',
      }),
    );
    cancels.current.set(key, upload.cancel);
    const outcome = await upload.outcome;
    cancels.current.delete(key);
    if (outcome.kind === 'lost') return change(key, { state: 'lost', says: outcome.says });
    if (outcome.kind === 'refused') return change(key, { state: 'refused', explained: outcome.explained });
    if (outcome.kind === 'done') await session.refresh();
    remove(key);
  }

  return {
    underway,
    send(files, place) {
      const fresh = files.map((file) => freshOf(file, place));
      setUnderway((all) => [...all, ...fresh]);
      for (const one of fresh) if (one.state === 'sending') void start(one);
    },
    retry(key) {
      const one = underway.find((candidate) => candidate.key === key);
      if (!one) return;
      change(key, { state: 'sending', sentBytes: 0, elapsedMs: 0, says: null });
      void start(one);
    },
    drop(key) {
      const cancel = cancels.current.get(key);
      if (cancel) cancel();
      else remove(key);
    },
  };
}

let count = 0;

function freshOf(file: File, place: UploadPlace): Underway {
  count += 1;
  const isTooLarge = file.size > MAX_FILE_BYTES;
  return {
    ...{ key: `upload-${count}`, file, place, elapsedMs: 0, sentBytes: 0, says: null },
    state: isTooLarge ? 'refused' : 'sending',
    explained: isTooLarge ? TOO_LARGE : null,
  };
}

export const isMoving = ({ state }: Underway) => state === 'sending' || state === 'storing';

/** The browser asks before a page with files on their way is closed. */
function askBeforeLeaving(isBusy: boolean): (() => void) | undefined {
  if (!isBusy) return undefined;
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
