'use client';

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { ReceiptVersion } from '@/lib/capture/rules/findings';
import { guideOn, mayShoot, startGuide, steadyShare, STEADY_FRAMES } from '@/lib/capture/rules/live-guide';
import { checksOf, type Hint, type LiveChecks } from '@/lib/capture/rules/live-hints';
import type { LiveReading } from '@/lib/capture/rules/live-reading';
import { MOST_ON_THE_WAY, onFrames, startLive, type LiveLink } from './live-link';

/** What the screen shows of the guidance: drawn anew when it changes, which is far less often than a frame comes. */
export type Guidance = { readonly hint: Hint; readonly checks: LiveChecks; readonly steady: number };

type Given = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly isShowing: boolean;
  readonly expected: ReceiptVersion;
  /** For every frame, past the screen's own drawing. */
  readonly onReading: (reading: LiveReading, isReady: boolean) => void;
  /**
   * Everything holds and lies still: once for each time that it comes to that, and again while what it answers is that no
   * picture was taken for it.
   */
  readonly onSteady: () => Promise<boolean>;
};

/** Has every frame of the camera looked at while it shows. Null before the first one and where it cannot be done. */
export function useLiveGuidance({ video, isShowing, expected, onReading, onSteady }: Given) {
  const [guidance, setGuidance] = useState<Guidance | null>(null);
  const link = useRef<LiveLink | null>(null);
  const guide = useRef<ReturnType<typeof startGuide> | null>(null);
  const isArmed = useRef(true);
  /** A frame that came while others were looked at is shown at once and not a thirtieth of a second later. */
  const isNew = useRef(false);
  /** The thread keeps the last frames: so many of them are still from before the camera stood still. */
  const stale = useRef(0);

  const hear = useEffectEvent((reading: LiveReading) => {
    // one that was on its way when the camera was taken away
    if (!guide.current) return;
    stale.current = Math.max(0, stale.current - 1);
    const now = performance.now();
    guide.current = guideOn(guide.current, reading, expected, now);
    const steady = steadyShare(guide.current, expected);
    const isReady = mayShoot(guide.current, expected);
    const next = { hint: guide.current.hint, checks: checksOf(reading, expected), steady };
    setGuidance((before) => (before && isSame(before, next) ? before : next));
    onReading(reading, isReady);
    if (steady === 0) isArmed.current = true;
    if (!isReady || !isArmed.current) return;
    isArmed.current = false;
    void onSteady().then((isTaken) => void (isArmed.current ||= !isTaken));
  });
  const show = useEffectEvent(() => {
    const element = video.current;
    if (!isNew.current || !element || !link.current) return;
    isNew.current = false;
    isNew.current = !link.current.show(element);
  });
  // While the camera opens the thread gets ready, which takes it longer than its first ten frames.
  useEffect(() => {
    const live = startLive({
      onReading: (reading) => {
        hear(reading);
        show();
      },
      onEnd: () => setGuidance(null),
    });
    link.current = live;
    return () => {
      live?.end();
      link.current = null;
    };
  }, []);
  useEffect(() => {
    const element = video.current;
    if (!isShowing || !element || !link.current) return;
    guide.current = startGuide(performance.now());
    const stop = onFrames(element, () => {
      isNew.current = true;
      show();
    });
    return () => {
      stop();
      isNew.current = false;
      stale.current = STEADY_FRAMES + MOST_ON_THE_WAY;
      isArmed.current = true;
      guide.current = null;
      setGuidance(null);
    };
  }, [video, isShowing]);
  return { guidance, shoot: async () => (stale.current > 0 ? null : await link.current?.shoot()) ?? null };
}

const isSame = (one: Guidance, other: Guidance) => JSON.stringify(one) === JSON.stringify(other);
