'use client';

import { useRef, useState } from 'react';
import { isPassing, phoneLink } from './phone-link';
import { usePlace, type Screen } from './use-place';
import { useSignOfLife } from './use-sign-of-life';

/** Screens on which nothing is under way, so that the server's word may change them at any time. */
const AT_REST: readonly Screen[] = ['ready', 'camera', 'check'];

/**
 * The life of the phone's page: enter with the token of the address's fragment, show the camera or a file picker, send
 * the picture, show what was found, submit. The server's state decides which screen is right after a reload.
 */
export function usePhoneCapture() {
  const { screen, state, problem, question, setScreen, setProblem, settle, enter } = usePlace();
  const [sent, setSent] = useState(0);
  const [waiting, setWaiting] = useState<Blob | null>(null);
  const byCamera = useRef(false);
  const isUnderWay = useRef(false);
  /** Settled when the server knows that another picture is coming: the picture must not overtake that word. */
  const told = useRef<Promise<void>>(Promise.resolve());
  useSignOfLife(AT_REST.includes(screen), () => settle(screen));

  /** For the first picture and for another one; the desktop is told. */
  function prepare(next: Screen) {
    setProblem(null);
    setScreen(next);
    told.current = phoneLink.camera().then((answer) => (answer.ok || isPassing(answer.code) ? undefined : settle()));
  }

  /** One act at a time: a second press before the screen has changed does nothing. */
  async function alone(run: () => Promise<void>) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    await run().finally(() => (isUnderWay.current = false));
  }

  async function upload(picture: Blob) {
    setWaiting(picture);
    setProblem(null);
    setSent(0);
    setScreen('uploading');
    await told.current;
    const answer = await phoneLink.photograph(picture, setSent);
    if (answer.ok || !isPassing(answer.code)) setWaiting(null);
    if (answer.ok) return settle();
    setProblem(answer.explained);
    if (answer.code === 'offline') setScreen('ready');
    else await settle();
  }

  async function handIn(photographId: string) {
    setProblem(null);
    setScreen('submitting');
    const answer = await phoneLink.submit(photographId);
    if (!answer.ok) setProblem(answer.explained);
    if (!answer.ok && answer.code === 'offline') setScreen('check');
    else await settle();
  }

  const send = (picture: Blob) => alone(() => upload(picture));
  return {
    ...{ screen, state, problem, question, sent, send },
    enter: () => void enter(),
    /** 改用这部手机, of the phone that the question was about. */
    takeOver: (pairingCode: string) =>
      alone(async () => {
        if (question) await enter({ since: question.since, pairingCode });
      }),
    submit: (photographId: string) => alone(() => handIn(photographId)),
    openCamera: () => {
      byCamera.current = true;
      prepare('camera');
    },
    leaveCamera: () => setScreen('ready'),
    /** Another picture, the way the last one was taken. */
    retake: () => prepare(byCamera.current ? 'camera' : 'ready'),
    /** Sends the picture that did not get through; undefined where there is none. */
    again: waiting ? () => void send(waiting) : undefined,
  };
}
