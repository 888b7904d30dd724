'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { hasEnded } from '@/lib/capture/rules/progress';
import { isPassing, phoneLink, type Answer } from './phone-link';

export type Screen = 'entering' | 'offline' | 'ready' | 'camera' | 'uploading' | 'check' | 'submitting' | 'end';

const ALIVE_MS = 20_000;
/** Screens on which nothing is under way, so that the server's word may change them at any time. */
const AT_REST: readonly Screen[] = ['ready', 'camera', 'check'];

/**
 * The life of the phone's page: enter with the token of the address's fragment, show the camera or a file picker, send
 * the picture, show what was found, submit. The server's state decides which screen is right after a reload.
 */
export function usePhoneCapture() {
  const [screen, setScreen] = useState<Screen>('entering');
  const [state, setState] = useState<PhoneView | null>(null);
  const [problem, setProblem] = useState<Explained | null>(null);
  const [sent, setSent] = useState(0);
  const waiting = useRef<Blob | null>(null);
  const byCamera = useRef(false);
  /** Settled when the server knows that another picture is coming: the picture must not overtake that word. */
  const told = useRef<Promise<void>>(Promise.resolve());
  const [hasWaiting, setHasWaiting] = useState(false);

  /** Asks where things stand and shows that; `or` is shown where the link lives and nothing was checked. */
  const settle = useCallback(async (or: Screen = 'ready') => {
    const answer = await phoneLink.state();
    if (answer.ok) {
      setState(answer.value);
      setScreen(screenOf(answer.value, or));
    } else {
      setProblem(answer.explained);
      setScreen(answer.code === 'offline' ? 'offline' : 'end');
    }
  }, []);

  const enter = useCallback(async () => {
    setScreen('entering');
    setProblem(null);
    const entered = await enterByAddress();
    if (entered.ok) return settle();
    setProblem(entered.explained);
    setScreen(isPassing(entered.code) ? 'offline' : 'end');
  }, [settle]);

  useOnce(enter);
  useSignOfLife(AT_REST.includes(screen), () => settle(screen));

  function keep(picture: Blob | null) {
    waiting.current = picture;
    setHasWaiting(picture !== null);
  }

  /** For the first picture and for another one; the desktop is told. */
  function prepare(next: Screen) {
    setProblem(null);
    setScreen(next);
    told.current = phoneLink.camera().then((answer) => (answer.ok || isPassing(answer.code) ? undefined : settle()));
  }

  function openCamera() {
    byCamera.current = true;
    prepare('camera');
  }

  async function send(picture: Blob) {
    keep(picture);
    setProblem(null);
    setSent(0);
    setScreen('uploading');
    await told.current;
    const answer = await phoneLink.photograph(picture, setSent);
    if (answer.ok || !isPassing(answer.code)) keep(null);
    if (answer.ok) return settle();
    setProblem(answer.explained);
    if (answer.code === 'offline') setScreen('ready');
    else await settle();
  }

  async function submit() {
    if (!state?.photograph) return;
    setProblem(null);
    setScreen('submitting');
    const answer = await phoneLink.submit(state.photograph.id);
    if (!answer.ok) setProblem(answer.explained);
    if (!answer.ok && answer.code === 'offline') setScreen('check');
    else await settle();
  }

  return {
    ...{ screen, state, problem, sent, enter, openCamera, send, submit, hasWaiting },
    /** Another picture, the way the last one was taken. */
    retake: () => prepare(byCamera.current ? 'camera' : 'ready'),
    again: () => void (waiting.current && send(waiting.current)),
    leaveCamera: () => setScreen('ready'),
  };
}

/** In development the framework runs effects twice; the token may be handed in once only. */
function useOnce(run: () => Promise<void>) {
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    void run();
  }, [run]);
}

/** Tells the server that the phone is still there; when the link has ended, or the phone comes back, `look` is called. */
function useSignOfLife(isResting: boolean, look: () => Promise<void>) {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!isResting) return;
    const beat = async () => {
      if (document.hidden) return;
      const answer = await phoneLink.alive();
      if (!answer.ok && !isPassing(answer.code)) await latest.current();
    };
    const timer = setInterval(() => void beat(), ALIVE_MS);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [isResting]);
}

function screenOf(view: PhoneView, or: Screen): Screen {
  if (hasEnded(view.status)) return 'end';
  if (view.status === 'CHECKED' && view.photograph) return 'check';
  return or === 'camera' ? 'camera' : 'ready';
}

/** Exchanges the fragment's token. It stays in the address until the phone is in: a reload asks once more. */
async function enterByAddress(): Promise<Answer<null>> {
  const token = window.location.hash.slice(1);
  if (!token) return { ok: true, value: null };
  const answer = await phoneLink.enter(token);
  if (answer.ok) window.history.replaceState(null, '', window.location.pathname);
  return answer;
}
