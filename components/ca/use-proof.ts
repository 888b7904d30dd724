'use client';

import { useRef, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { CaProvider, ProofPurpose, TakenProof } from '@/lib/enterprise/rules/ca-provider';
import type { CaState } from '@/lib/enterprise/rules/ca-states';
import { AgentFailed, type AgentKey, type CaAgent, type Signed } from './agent/ca-agent';
import { within } from './look-for-key';
import { type Answer, caServer } from './server-link';

/** A vendor's agent may ask in a window of its own; the challenge itself lives two minutes. */
const SIGN_MS = 60_000;

/** What the key did not do: a state of the key, or the server's refusal. */
export type ProofTrouble =
  | { readonly kind: 'key'; readonly state: CaState; readonly keyId: string; readonly left?: number }
  | { readonly kind: 'refused'; readonly code: string; readonly explained: Explained };

/** What is going on between the PIN and the answer. */
export type ProofStage = 'challenge' | 'signing' | 'checking';

export const STAGE_WORDS: Readonly<Record<ProofStage, string>> = {
  challenge: '正在准备验证',
  signing: '正在由 Key 签名',
  checking: '正在核验证书',
};

export type ProofAct = {
  readonly stage: ProofStage | null;
  readonly trouble: ProofTrouble | null;
  clear(): void;
  /**
   * Resolves when there is nothing more to wait for; a second call meanwhile does nothing. True: the agent broke off,
   * and must be looked for anew before it is asked again, since a new one knows nothing of the old one's session.
   */
  begin(given: { agent: CaAgent; key: AgentKey; pin: string }): Promise<boolean>;
};

/**
 * Challenge from the server, signature from the key, both back to the server. `send` is what is done with the
 * signature: taken as a proof, or examined by the doctor.
 */
export function useProof<T>(given: {
  readonly provider: CaProvider;
  readonly purpose: ProofPurpose;
  readonly send: (challengeId: string, signed: Signed) => Promise<Answer<T>>;
  readonly onDone: (value: T) => void;
}): ProofAct {
  const { provider, purpose, send, onDone } = given;
  const [stage, setStage] = useState<ProofStage | null>(null);
  const [trouble, setTrouble] = useState<ProofTrouble | null>(null);
  const isBusy = useRef(false);

  async function go({ agent, key, pin }: { agent: CaAgent; key: AgentKey; pin: string }): Promise<ProofTrouble | null> {
    setStage('challenge');
    const asked = await caServer.challenge(provider, purpose);
    if (!asked.ok) return refused(asked);
    setStage('signing');
    let signed: Signed;
    try {
      signed = await agent.sign(key.id, pin, asked.value.challenge, within(SIGN_MS, new AbortController().signal));
    } catch (error) {
      return troubleOf(error, key.id);
    }
    setStage('checking');
    const answer = await send(asked.value.challengeId, signed);
    if (!answer.ok) return refused(answer);
    onDone(answer.value);
    return null;
  }

  return {
    stage,
    trouble,
    clear: () => setTrouble(null),
    async begin(wanted) {
      if (isBusy.current) return false;
      isBusy.current = true;
      setTrouble(null);
      const met = await go(wanted);
      setTrouble(met);
      setStage(null);
      isBusy.current = false;
      return met?.kind === 'key' && met.state === 'interrupted';
    },
  };
}

export const takeProof = (challengeId: string, signed: Signed): Promise<Answer<TakenProof>> =>
  caServer.prove(challengeId, signed);

function refused({ code, explained }: { code: string; explained: Explained }): ProofTrouble {
  return { kind: 'refused', code, explained };
}

function troubleOf(error: unknown, keyId: string): ProofTrouble {
  const fault = error instanceof AgentFailed ? error.fault : ({ kind: 'broken' } as const);
  if (fault.kind === 'pin-wrong') return { kind: 'key', state: 'pin-wrong', keyId, left: fault.left };
  if (fault.kind === 'pin-locked' || fault.kind === 'cancelled' || fault.kind === 'no-key')
    return { kind: 'key', state: fault.kind, keyId };
  return { kind: 'key', state: 'interrupted', keyId };
}
