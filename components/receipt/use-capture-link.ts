'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { giveUpAfter } from '@/components/ui/patience';
import { explainCommon, type Explained } from '@/lib/access/refusals';
import type { CaptureView } from '@/lib/capture/queries';
import { hasEnded } from '@/lib/capture/rules/progress';
import { answered } from '../review/acts';
import type { PaperActs } from './acts';

const SILENT_MS = 3000;
/** Often enough that who waits beside a hidden window stays signed in. */
const HIDDEN_MS = 60_000;
const PATIENCE_MS = 10_000;

/** The link, null where there is none or no answer, or that nobody is signed in any more: asking again is no use then. */
async function ask(path: string): Promise<CaptureView | 'signed-out' | null> {
  try {
    const response = await fetch(path, { cache: 'no-store', signal: giveUpAfter(PATIENCE_MS) });
    if (response.status === 401) return 'signed-out';
    const body = (await response.json()) as { ok: boolean; value?: CaptureView | null };
    return body.ok ? (body.value ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * Follows a link while it lives: woken by events, and by asking every three seconds when no event came meanwhile,
 * because proxies buffer and laptops sleep. A page that nobody looks at asks once a minute, which keeps the session of
 * who waits at the desktop though no event comes through. An answer that a later one overtook counts nothing.
 */
function follow(captureId: string, tell: (heard: CaptureView | 'signed-out') => void): () => void {
  const source = new EventSource(`/api/capture/${captureId}/events`);
  let heard = false;
  let isOver = false;
  let asked = 0;
  let told = 0;
  let askedAt = 0;
  const look = async () => {
    const turn = (asked += 1);
    askedAt = performance.now();
    const view = await ask(`/api/capture/${captureId}/state`);
    if (!view || isOver || turn < told) return;
    told = turn;
    tell(view);
    if (view === 'signed-out' || hasEnded(view.status)) stop();
  };
  const onEvent = () => {
    heard = true;
    void look();
  };
  const onBeat = () => {
    const isDue = document.hidden ? performance.now() - askedAt >= HIDDEN_MS : !heard;
    if (isDue) void look();
    heard = false;
  };
  const onShown = () => void (document.hidden || look());
  const beat = setInterval(onBeat, SILENT_MS);
  source.addEventListener('changed', onEvent);
  document.addEventListener('visibilitychange', onShown);
  function stop() {
    isOver = true;
    source.close();
    clearInterval(beat);
    document.removeEventListener('visibilitychange', onShown);
  }
  void look();
  return stop;
}

export type LinkActs = Pick<PaperActs, 'openLink' | 'cancelLink'>;

export type CaptureLink = {
  /** The link as the server has it; null before one was asked for. */
  readonly view: CaptureView | null;
  /** What the QR says; null where this page does not know it, or it lets nobody in any more. */
  readonly address: string | null;
  readonly problem: Explained | null;
  readonly pending: boolean;
  readonly open: () => Promise<void>;
  readonly cancel: () => Promise<void>;
};

type Shown = {
  readonly captureId: string;
  readonly pairingCode: string;
  readonly codeAt: string;
  readonly address: string;
};

const fresh = ({ captureId, pairingCode, codeAt }: Shown): CaptureView => ({
  ...{ id: captureId, pairingCode, status: 'WAITING', steps: [], code: { at: codeAt, isOver: false }, isOwn: true },
  ...{ endReason: null, deviceLabel: null, endsAt: null, photograph: null },
});

/** A newer code than the one that this page shows was made elsewhere; what was asked before tells of an older one. */
const isGood = (shown: Shown, { id, code }: CaptureView) =>
  shown.captureId === id && code.at <= shown.codeAt && !(code.isOver && code.at === shown.codeAt);

/** A link that has ended lives no more: what says so was asked before it was taken back here. */
const isLater = (heard: CaptureView, now: CaptureView | null) =>
  now?.id !== heard.id || !hasEnded(now.status) || hasEnded(heard.status);

/**
 * 上传收据 on the desktop: asks for a link, follows it, takes it back. A page that is opened again shows a fresh code of its
 * own link, and what the phone does goes on. `onSubmitted` is called when the receipt is in.
 */
export function useCaptureLink(receiptId: string, acts: LinkActs, onSubmitted: () => void): CaptureLink {
  const [view, setView] = useState<CaptureView | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<Explained | null>(null);
  const [pending, setPending] = useState(false);

  const resume = useEffectEvent((live: Awaited<ReturnType<typeof ask>>) => {
    if (!live || live === 'signed-out' || view) return;
    setView(live);
    if (live.isOwn) void open();
  });
  useEffect(() => void ask(`/api/capture?receipt=${receiptId}`).then((live) => resume(live)), [receiptId]);

  const captureId = view?.id;
  const hear = useEffectEvent((heard: CaptureView | 'signed-out') =>
    heard === 'signed-out'
      ? setProblem(explainCommon['signed-out']({ code: heard }))
      : setView((now) => (isLater(heard, now) ? heard : now)),
  );
  useEffect(() => (captureId ? follow(captureId, (heard) => hear(heard)) : undefined), [captureId]);

  const isSubmitted = view?.status === 'SUBMITTED';
  useEffect(() => {
    if (isSubmitted) onSubmitted();
  }, [isSubmitted, onSubmitted]);

  async function open() {
    setPending(true);
    const answer = await answered(acts.openLink({ receiptId }));
    setPending(false);
    setProblem(answer.ok ? null : answer.explained);
    if (!answer.ok) return;
    const { value } = answer;
    setShown(value);
    setView((now) => (now?.id === value.captureId ? now : fresh(value)));
  }

  async function cancel() {
    if (!captureId) return;
    setPending(true);
    const answer = await answered(acts.cancelLink({ captureId }));
    setPending(false);
    setProblem(answer.ok ? null : answer.explained);
    if (answer.ok) setView((now) => now && { ...now, status: 'CANCELLED', endReason: '电脑端取消了本次拍照' });
  }

  const address = shown && view && isGood(shown, view) ? shown.address : null;
  return { view, address, problem, pending, open, cancel };
}
