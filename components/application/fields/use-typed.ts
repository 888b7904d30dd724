'use client';

import { useState, type ChangeEvent } from 'react';

type Typed = {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
};

/**
 * Keeps the very text from the first key on, though the saved form comes back meanwhile (8000 as 8,000.00) or another
 * window saves something else; on leaving, what is saved is shown.
 */
export function useTyped(value: string, change: (value: string) => void, leave: () => void): Typed {
  const [text, setText] = useState<string | null>(null);
  return {
    value: text ?? value,
    onChange: (event) => {
      setText(event.target.value);
      change(event.target.value);
    },
    onBlur: () => {
      setText(null);
      leave();
    },
  };
}
