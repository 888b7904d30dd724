'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { hasEnded } from '@/lib/capture/rules/progress';
import { isWeChat } from './no-camera';
import { asksAgain, isPassing, phoneLink, type Answer, type Held, type TakeOver } from './phone-link';

export type Screen =
  'entering' | 'offline' | 'take-over' | 'ready' | 'camera' | 'uploading' | 'check' | 'submitting' | 'end';

/** Another phone holds the link: what this one is asked, and about which opening of it. */
type Question = Held & { readonly asked: Explained };

/** Where the phone stands: the screen, what the server last said, and why the last act came to nothing. */
export function usePlace() {
  const [screen, setScreen] = useState<Screen>('entering');
  const [state, setState] = useState<PhoneView | null>(null);
  const [problem, setProblem] = useState<Explained | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);

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

  /** The question stays on the screen while it is being answered, and after a wrong answer: what was typed is kept. */
  const enter = useCallback(
    async (takeOver?: TakeOver) => {
      if (!takeOver) setScreen('entering');
      setProblem(null);
      const entered = await enterByAddress(takeOver);
      if (entered.ok) return settle();
      if (entered.held) {
        setQuestion({ ...entered.held, asked: entered.explained });
        return setScreen('take-over');
      }
      setProblem(entered.explained);
      if (takeOver && asksAgain(entered.code)) return;
      setScreen(isPassing(entered.code) ? 'offline' : 'end');
    },
    [settle],
  );

  useOnce(enter);
  return { screen, state, problem, question, setScreen, setProblem, settle, enter };
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

function screenOf(view: PhoneView, or: Screen): Screen {
  if (hasEnded(view.status)) return 'end';
  if (view.status === 'CHECKED' && view.photograph) return 'check';
  return or === 'camera' ? 'camera' : 'ready';
}

/**
 * Exchanges the fragment's token. It stays in the address until the phone is in: a reload asks once more. In WeChat it
 * stays after that too, since 在浏览器打开 hands the address on; the browser is then asked for the pairing code.
 */
async function enterByAddress(takeOver?: TakeOver): Promise<Answer<null>> {
  const token = window.location.hash.slice(1);
  if (!token) return { ok: true, value: null };
  const answer = await phoneLink.enter(token, takeOver);
  if (answer.ok && !isWeChat()) window.history.replaceState(null, '', window.location.pathname);
  return answer;
}
