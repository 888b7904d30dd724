'use client';

import { useState, type ReactNode } from 'react';
import type { ProofActs } from './proof-acts';
import { ProofDialog } from './proof-dialog';

type Answered = { readonly ok: boolean; readonly code?: string };
type Asking = { readonly answer: (isProved: boolean) => void };

/**
 * Acts that ask for a proof: the first answer says so, the dialog is shown, and after it the same act is done with what
 * was typed. Whoever closes the dialog gets the first answer. `dialog` stands beside the form, never inside it.
 */
export function useProof(acts: ProofActs): {
  proven: <T extends Answered>(act: (given: unknown) => Promise<T>) => (given: unknown) => Promise<T>;
  dialog: ReactNode;
} {
  const [asking, setAsking] = useState<Asking | null>(null);

  function proven<T extends Answered>(act: (given: unknown) => Promise<T>) {
    return async (given: unknown): Promise<T> => {
      const first = await act(given);
      if (first.ok || first.code !== 'prove-again') return first;
      const isProved = await new Promise<boolean>((answer) => setAsking({ answer }));
      setAsking(null);
      return isProved ? act(given) : first;
    };
  }

  return { proven, dialog: asking && <ProofDialog acts={acts} answer={asking.answer} /> };
}
