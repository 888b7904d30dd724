'use client';

import { useEffect, useReducer, useState, useSyncExternalStore, type Dispatch, type RefObject } from 'react';
import type { PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { newCodeId } from './new-code-id';
import { nextWork, NO_WORK, phaseOf, type OwnWork, type WorkEvent } from './own-work';
import { useRenewal } from './use-renewal';
import { workOut } from './work-out';

/** Early enough for the slowest phone to have the next answer before the present one is over. */
const RENEWED_AFTER_MS = 85_000;

export type OwnWorkHandle = {
  readonly work: OwnWork;
  begin(): void;
  stop(): void;
};

/**
 * 本机验证 in the form around `box`. `stamp` changes with every answer of the server, which used the code up: the next
 * one is begun by itself, so whoever cannot see a picture is never led back to one.
 */
export function useOwnWork(
  box: RefObject<HTMLElement | null>,
  { purpose, stamp }: { purpose: PictureCodePurpose; stamp: number },
): OwnWorkHandle {
  const [work, tell] = useReducer(nextWork, NO_WORK);
  const [answered, setAnswered] = useState(stamp);
  if (answered !== stamp) {
    setAnswered(stamp);
    if (work.aim) tell({ kind: 'begin', id: newCodeId() });
  }

  const { aim } = work;
  useEffect(() => {
    if (aim) return workOut(`/api/captcha/${aim}/puzzle?for=${purpose}`, tell);
  }, [aim, purpose]);
  useRenewal(work.trouble ? null : aim, RENEWED_AFTER_MS, (isLate) =>
    tell({ kind: isLate ? 'begin' : 'renew', id: newCodeId() }),
  );
  useHeldForm(box, work, tell);

  return { work, begin: () => tell({ kind: 'begin', id: newCodeId() }), stop: () => tell({ kind: 'stop' }) };
}

/** Holds back a form that is sent before there is an answer, and sends it when there is; after a failure it tries again. */
function useHeldForm(box: RefObject<HTMLElement | null>, work: OwnWork, tell: Dispatch<WorkEvent>) {
  const phase = phaseOf(work);
  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form || phase === 'off' || phase === 'done') return;
    // Before React hears of it, which listens further out.
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      if (phase === 'failed') tell({ kind: 'begin', id: newCodeId() });
      tell({ kind: 'hold' });
    };
    form.addEventListener('submit', hold);
    return () => form.removeEventListener('submit', hold);
  }, [box, phase, tell]);

  const isReady = work.isHeld && phase === 'done';
  useEffect(() => {
    if (!isReady) return;
    tell({ kind: 'send' });
    box.current?.closest('form')?.requestSubmit?.();
  }, [box, isReady, tell]);
}

const never = () => () => undefined;

/** Whether this browser can; without scripts, and on the server, it cannot. */
export function useCanWork(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof Worker !== 'undefined',
    () => false,
  );
}
