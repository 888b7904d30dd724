'use client';

import { useEffect, useState } from 'react';
import { giveUpAfter } from '@/components/ui/patience';
import type { Explained } from '@/lib/access/refusals';
import type { CaptureView } from '@/lib/capture/queries';
import { hasEnded } from '@/lib/capture/rules/progress';
import { answered } from '../review/acts';
import type { PaperActs } from './acts';

const SILENT_MS = 3000;
const PATIENCE_MS = 10_000;

async function ask(path: string): Promise<CaptureView | null> {
  try {
    const response = await fetch(path, { cache: 'no-store', signal: giveUpAfter(PATIENCE_MS) });
    const body = (await response.json()) as { ok: boolean; value?: CaptureView | null };
    return body.ok ? (body.value ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * Follows a link while it lives: woken by events, and by asking every three seconds when no event came meanwhile,
 * because proxies buffer and laptops sleep. A page that nobody looks at asks nothing.
 */
function follow(captureId: string, tell: (view: CaptureView) => void): () => void {
  const source = new EventSource(`/api/capture/${captureId}/events`);
  let heard = false;
  let isOver = false;
  const look = async () => {
    const view = await ask(`/api/capture/${captureId}/state`);
    if (!view || isOver) return;
    tell(view);
    if (hasEnded(view.status)) stop();
  };
  const onEvent = () => {
    heard = true;
    void look();
  };
  const onBeat = () => {
    if (!heard && !document.hidden) void look();
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
  /** What the QR says; null where the page was opened again and no longer knows it. */
  readonly address: string | null;
  readonly problem: Explained | null;
  readonly pending: boolean;
  readonly open: () => Promise<void>;
  readonly cancel: () => Promise<void>;
};

const fresh = (id: string, pairingCode: string): CaptureView => ({
  ...{ id, pairingCode, status: 'WAITING', steps: [] },
  ...{ endReason: null, deviceLabel: null, endsAt: null, photograph: null },
});

/** 上传收据 on the desktop: asks for a link, follows it, takes it back. `onSubmitted` is called when the receipt is in. */
export function useCaptureLink(receiptId: string, acts: LinkActs, onSubmitted: () => void): CaptureLink {
  const [view, setView] = useState<CaptureView | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<Explained | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    void ask(`/api/capture?receipt=${receiptId}`).then((live) => live && setView((now) => now ?? live));
  }, [receiptId]);

  const captureId = view?.id;
  useEffect(() => (captureId ? follow(captureId, setView) : undefined), [captureId]);

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
    setView(fresh(answer.value.captureId, answer.value.pairingCode));
    setAddress(answer.value.address);
  }

  async function cancel() {
    if (!captureId) return;
    setPending(true);
    const answer = await answered(acts.cancelLink({ captureId }));
    setPending(false);
    setProblem(answer.ok ? null : answer.explained);
    if (answer.ok) setView((now) => now && { ...now, status: 'CANCELLED', endReason: '电脑端取消了本次拍照' });
  }

  return { view, address, problem, pending, open, cancel };
}
