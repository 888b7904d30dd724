'use client';

import { useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { Answer } from './wizard-acts';
import { useWizard } from './wizard-context';

const LOST: Explained = {
  title: '没有完成',
  why: '网络断开，或系统繁忙。',
  next: [{ label: '请稍候再试一次' }],
};

export type Acting = {
  /** What is under way, by the name it was given; null when nothing is. */
  readonly busy: string | null;
  readonly refusal: Explained | null;
  /** Saves what is typed, acts, and shows what stands then. Answers null when it was refused or lost. */
  act<T>(name: string, work: () => Promise<Answer<T>>): Promise<T | null>;
};

/** Acts of the wizard beside typing: one at a time, each shown with its refusal. */
export function useAct(): Acting {
  const { session } = useWizard();
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Explained | null>(null);

  async function act<T>(name: string, work: () => Promise<Answer<T>>): Promise<T | null> {
    if (busy) return null;
    setBusy(name);
    setRefusal(null);
    await session.flush();
    const answer = await work().catch(() => null);
    await session.refresh();
    setBusy(null);
    if (answer?.ok) return answer.value;
    setRefusal(answer?.explained ?? LOST);
    return null;
  }

  return { busy, refusal, act };
}
