'use client';

import { useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { Unfinished } from '@/lib/application/rules/place-of-upload';
import { UPLOADS_AT_ONCE } from '@/lib/files/rules/upload-limits';
import { useWizard } from '../wizard/wizard-context';
import { forgetFile, keepFile, keptFile } from './kept-files';
import { complaintOf, fingerprintOf } from './look-before-sending';
import {
  cancelUpload,
  uploadFile,
  type Progress,
  type Uploaded,
  type UploadOutcome,
  type UploadPlace,
} from './upload-file';

/** A file on its way to its place, or one that did not arrive. */
export type Underway = Progress & {
  readonly key: string;
  readonly place: UploadPlace;
  readonly file: File;
  readonly accept: readonly string[];
  readonly state: 'waiting' | 'sending' | 'storing' | 'lost' | 'refused';
  readonly says: string | null;
  readonly code: string | null;
  readonly explained: Explained | null;
  readonly fingerprint: string | null;
  readonly uploadId: string | null;
  /** Meant, although it is attached elsewhere. */
  readonly again: boolean;
  /** Other talents to whose place it goes too once it is there. */
  readonly alsoFor: readonly string[];
};

type Meant = Partial<Pick<Underway, 'again' | 'alsoFor'>>;

export type Uploads = {
  readonly underway: readonly Underway[];
  send(files: readonly File[], place: UploadPlace, accept: readonly string[], more?: Meant): void;
  /** Goes on with a lost one; `again` attaches one that is attached elsewhere too. */
  retry(key: string, again?: boolean): void;
  /** Stops sending, or takes a failed one off the page. */
  drop(key: string): void;
  /** Goes on with what an earlier page left unfinished, where the browser still has the file. Answers those it has not. */
  takeUp(unfinished: readonly Unfinished[], accept: (requirementId: string) => readonly string[]): Promise<void>;
};

type Arrived = (uploaded: Uploaded, one: Underway) => Promise<void>;

/** Files on their way, three at a time, each alone, so that one that fails takes no other with it. */
export function useUploads(arrived: Arrived, given: { readonly ended: () => void }): Uploads {
  const { draft } = useWizard();
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const cancels = useRef(new Map<string, () => void>());
  const running = useRef(new Set<string>());
  useEffect(() => askBeforeLeaving(underway.some(isMoving)), [underway]);

  const change = (key: string, next: Partial<Underway>) =>
    setUnderway((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const remove = (key: string) => setUnderway((all) => all.filter((one) => one.key !== key));

  async function start(one: Underway) {
    const { key, file, accept, place, again } = one;
    const explained = await complaintOf(file, accept);
    if (explained) return change(key, { state: 'refused', explained });
    const fingerprint = one.fingerprint ?? (await fingerprintOf(file));
    await keepFile({ fingerprint, applicationId: draft.id, file });
    change(key, { state: 'sending', fingerprint });
    const upload = uploadFile({
      ...{ file, place, fingerprint, again },
      onBegun: (uploadId) => change(key, { uploadId }),
      onProgress: (progress) =>
        change(key, { ...progress, state: progress.sentBytes >= file.size ? 'storing' : 'sending' }),
    });
    cancels.current.set(key, upload.cancel);
    const outcome = await upload.outcome;
    cancels.current.delete(key);
    await settle({ ...one, fingerprint }, outcome);
  }

  async function settle(one: Underway, outcome: UploadOutcome) {
    const { key, fingerprint } = one;
    if (outcome.kind === 'lost') return change(key, { state: 'lost', says: outcome.says });
    // What is refused for where it goes may be sent on later; the bytes are not asked for again then.
    if (fingerprint && outcome.kind !== 'refused') await forgetFile(fingerprint);
    if (outcome.kind === 'refused') {
      return change(key, { state: 'refused', explained: outcome.explained, code: outcome.code });
    }
    if (outcome.kind === 'done') await arrived(outcome.uploaded, one);
    remove(key);
    given.ended();
  }

  // At most three at once; the next begins when one has ended.
  useEffect(() => {
    const next = underway.find(({ key, state }) => state === 'waiting' && !running.current.has(key));
    if (!next || running.current.size >= UPLOADS_AT_ONCE) return;
    running.current.add(next.key);
    void start(next)
      .catch(() => change(next.key, { state: 'lost', says: UNREADABLE }))
      .finally(() => {
        running.current.delete(next.key);
        setUnderway((all) => [...all]);
      });
  });

  // What was lost with the network goes on when it is back.
  useEffect(() => {
    const back = () =>
      setUnderway((all) => all.map((one) => (one.state === 'lost' ? { ...one, state: 'waiting', says: null } : one)));
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);

  const add = (fresh: readonly Underway[]) => setUnderway((all) => [...all, ...fresh]);
  return {
    underway,
    send: (files, place, accept, more) => add(files.map((file) => ({ ...freshOf(file, place, accept), ...more }))),
    retry: (key, again = false) =>
      change(key, { state: 'waiting', says: null, explained: null, code: null, ...(again && { again }) }),
    drop(key) {
      const cancel = cancels.current.get(key);
      const one = underway.find((candidate) => candidate.key === key);
      if (one?.fingerprint) void forgetFile(one.fingerprint);
      if (cancel) return cancel();
      remove(key);
      if (one?.state === 'lost' && one.uploadId) void cancelUpload(one.uploadId).then(given.ended);
    },
    async takeUp(unfinished, acceptOf) {
      for (const { uploadId, requirementId, talentId, replaces, fingerprint, receivedBytes, isMine } of unfinished) {
        const file = isMine ? await keptFile(fingerprint) : null;
        if (!file) continue;
        const place = { applicationId: draft.id, requirementId, talentId, replaces: replaces ?? undefined };
        const fresh = { ...freshOf(file, place, acceptOf(requirementId)), fingerprint, sentBytes: receivedBytes };
        setUnderway((all) => (all.some((one) => one.key === uploadId) ? all : [...all, { ...fresh, key: uploadId }]));
      }
    },
  };
}

/** Whether a file of this page goes on with it. */
export const isTakenUp = ({ fingerprint, requirementId, talentId }: Unfinished, underway: readonly Underway[]) =>
  underway.some(
    (one) =>
      one.fingerprint === fingerprint && one.place.requirementId === requirementId && one.place.talentId === talentId,
  );

/** Calls never reject: what does is the file on the clerk's own disk. */
const UNREADABLE = '文件读不出来，可能已被移动、改名或正被占用';

let count = 0;

function freshOf(file: File, place: UploadPlace, accept: readonly string[]): Underway {
  count += 1;
  return {
    ...{ key: `upload-${count}`, file, place, accept, state: 'waiting', sentBytes: 0, resumedBytes: 0, elapsedMs: 0 },
    ...{ says: null, code: null, explained: null, fingerprint: null, uploadId: null, again: false, alsoFor: [] },
  };
}

export const isMoving = ({ state }: Underway) => state === 'waiting' || state === 'sending' || state === 'storing';

/** The browser asks before a page with files on their way is closed. */
function askBeforeLeaving(isBusy: boolean): (() => void) | undefined {
  if (!isBusy) return undefined;
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
