'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { KeySetup } from '@/lib/enterprise/rules/ca-setup';
import { isWatched, type CaState } from '@/lib/enterprise/rules/ca-states';
import type { AgentKey } from './agent/ca-agent';
import { watchPermission } from './agent/permission';
import { lookForKey, type Look } from './look-for-key';
import { caServer } from './server-link';

const LOOK_EVERY_MS = 2_000;

export type KeyHere = {
  readonly setup: KeySetup | null;
  readonly look: Look;
  readonly chosen: AgentKey | null;
  /** Why the page could not even begin: our own server did not answer. */
  readonly failed: Explained | null;
  choose(keyId: string): void;
  again(): void;
};

const PROBING: Look = { state: 'probing', keys: [] };

/**
 * Looks for the key of a CA on this computer, and goes on looking while something is missing, so that plugging it in
 * is all there is to do. `paused`: while a signature is being made nothing else is asked of the agent.
 */
export function useKey(provider: CaProvider, paused: boolean): KeyHere {
  const [setup, setSetup] = useState<KeySetup | null>(null);
  const [failed, setFailed] = useState<Explained | null>(null);
  const [look, setLook] = useState<Look>(PROBING);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const again = useCallback(() => {
    setLook(PROBING);
    setRound((before) => before + 1);
  }, []);

  useEffect(() => {
    let isHere = true;
    void caServer.setup().then((answer) => {
      if (!isHere) return;
      if (answer.ok) setSetup(answer.value);
      setFailed(answer.ok ? null : answer.explained);
    });
    return () => void (isHere = false);
  }, [round]);

  const isPaused = useRef(paused);
  useEffect(() => void (isPaused.current = paused), [paused]);

  useEffect(() => {
    if (!setup) return;
    return watch(setup, provider, { isPaused: () => isPaused.current, show: setLook });
  }, [setup, provider]);

  useEffect(() => watchPermission(again), [again]);

  const chosen =
    look.keys.find((key) => key.id === chosenId) ?? (look.keys.length === 1 ? (look.keys[0] ?? null) : null);
  return { setup, look, chosen, failed, choose: setChosenId, again };
}

/** Looks now and then again and again; answers what ends it. Nothing is shown that was not seen to the end. */
function watch(
  setup: KeySetup,
  provider: CaProvider,
  { isPaused, show }: { isPaused: () => boolean; show: (look: Look) => void },
): () => void {
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function go() {
    let state: CaState = 'ready';
    if (!isPaused() && document.visibilityState === 'visible') {
      const onAsking = () => show({ state: 'asking', keys: [] });
      const look = await lookForKey(setup, provider, { signal: ended.signal, onAsking });
      if (ended.signal.aborted) return;
      if (!isPaused()) show(look);
      state = look.state;
    }
    if (isWatched(state)) timer = setTimeout(() => void go(), LOOK_EVERY_MS);
  }
  void go();
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}
