'use client';

import { useState } from 'react';
import { CA_NAMES, type CaProvider, type ProofPurpose, type TakenProof } from '@/lib/enterprise/rules/ca-provider';
import { KeyPanel } from './key-panel';
import { PinForm } from './pin-form';
import { useKey } from './use-key';
import { STAGE_WORDS, takeProof, useProof } from './use-proof';

export type ProveWithKeyProps = {
  readonly provider: CaProvider;
  readonly purpose: ProofPurpose;
  /** Called once, when the server has taken the proof. */
  readonly onProven: (proof: TakenProof) => void;
};

/**
 * Proves with the key on the visitor's computer who the enterprise is: finds the agent and the key, asks for the PIN,
 * has the server's challenge signed. The PIN goes from the field to the agent and is never part of a request to us.
 */
export function ProveWithKey({ provider, purpose, onProven }: ProveWithKeyProps) {
  const [isProving, setProving] = useState(false);
  const key = useKey(provider, isProving);
  const proof = useProof<TakenProof>({ provider, purpose, send: takeProof, onDone: onProven });
  return (
    <KeyPanel
      provider={provider}
      here={key}
      trouble={proof.trouble}
      again={() => {
        proof.clear();
        key.again();
      }}
    >
      <PinForm
        here={key}
        trouble={proof.trouble}
        busy={proof.stage ? STAGE_WORDS[proof.stage] : null}
        act={`用${CA_NAMES[provider]}验证`}
        begin={async (given) => {
          setProving(true);
          const brokeOff = await proof.begin(given);
          setProving(false);
          if (brokeOff) key.again();
        }}
      />
    </KeyPanel>
  );
}
