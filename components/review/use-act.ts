'use client';

import { useState } from 'react';
import { answered, sentenceOf, type Answered } from './acts';

/** A call made from a form: why it was refused stays until it is tried again; `onDone` once it went through. */
export function useAct<T>(
  call: (form: FormData) => Promise<Answered<T>>,
  onDone: (value: T) => void,
): { action: (form: FormData) => Promise<void>; error: string | null } {
  const [error, setError] = useState<string | null>(null);
  async function action(form: FormData) {
    const answer = await answered(call(form));
    setError(
      answer.ok ? null : [sentenceOf(answer.explained), ...answer.explained.next.map(({ label }) => label)].join(' '),
    );
    if (answer.ok) onDone(answer.value);
  }
  return { action, error };
}
