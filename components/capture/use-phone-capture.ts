'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { phoneLink, type PhoneState } from './phone-link';

export type Screen = 'entering' | 'ready' | 'camera' | 'uploading' | 'check' | 'submitting' | 'submitted' | 'ended';

const ALIVE_MS = 60_000;
const ENDED: Record<string, true> = { EXPIRED: true, CANCELLED: true, VOIDED: true };

/**
 * The life of the phone's page: enter with the token of the address's fragment, show the camera or a file picker, send
 * the picture, show what was found, submit. The server's state decides which screen is right after a reload.
 */
export function usePhoneCapture() {
  const [screen, setScreen] = useState<Screen>('entering');
  const [state, setState] = useState<PhoneState | null>(null);
  const [problem, setProblem] = useState<Explained | null>(null);
  const waiting = useRef<Blob | null>(null);

  const refresh = useCallback(async (): Promise<PhoneState | null> => {
    const answer = await phoneLink.state();
    if (!answer.ok) {
      setProblem(answer.explained);
      if (answer.code !== 'offline') setScreen('ended');
      return null;
    }
    setState(answer.value);
    return answer.value;
  }, []);

  const settle = useCallback(async () => {
    const now = await refresh();
    if (now) setScreen(screenOf(now));
  }, [refresh]);

  useEffect(() => {
    void enterByAddress().then((refused) => {
      if (!refused) return settle();
      setProblem(refused);
      setScreen('ended');
    });
  }, [settle]);

  useEffect(() => {
    if (screen === 'submitted' || screen === 'ended' || screen === 'entering') return;
    const beat = setInterval(
      () => void phoneLink.alive().then((answer) => (answer.ok || answer.code === 'offline' ? null : settle())),
      ALIVE_MS,
    );
    return () => clearInterval(beat);
  }, [screen, settle]);

  const openCamera = useCallback(() => {
    setProblem(null);
    setScreen('camera');
    void phoneLink.camera();
  }, []);

  const send = useCallback(
    async (picture: Blob) => {
      waiting.current = picture;
      setProblem(null);
      setScreen('uploading');
      const answer = await phoneLink.photograph(picture);
      if (answer.ok) {
        waiting.current = null;
        return settle();
      }
      setProblem(answer.explained);
      const now = await refresh();
      setScreen(now && ENDED[now.status] ? 'ended' : 'ready');
    },
    [refresh, settle],
  );

  const retake = useCallback(() => {
    setProblem(null);
    setScreen('ready');
    void phoneLink.camera();
  }, []);

  const submit = useCallback(async () => {
    if (!state?.photograph) return;
    setProblem(null);
    setScreen('submitting');
    const answer = await phoneLink.submit(state.photograph.id);
    if (!answer.ok) setProblem(answer.explained);
    await settle();
  }, [settle, state]);

  const again = useCallback(() => (waiting.current ? send(waiting.current) : undefined), [send]);

  return {
    screen,
    state,
    problem,
    openCamera,
    send,
    retake,
    submit,
    again,
    hasWaiting: () => waiting.current !== null,
    leaveCamera: () => setScreen('ready'),
  };
}

function screenOf(state: PhoneState): Screen {
  if (state.status === 'SUBMITTED') return 'submitted';
  if (ENDED[state.status]) return 'ended';
  return state.status === 'CHECKED' && state.photograph ? 'check' : 'ready';
}

/** Exchanges the fragment's token once and takes it out of the address; null when the phone is in. */
async function enterByAddress(): Promise<Explained | null> {
  const token = window.location.hash.slice(1);
  if (!token) return null;
  window.history.replaceState(null, '', window.location.pathname);
  const answer = await phoneLink.enter(token);
  return answer.ok ? null : answer.explained;
}
