import type { Explained } from '@/lib/access/refusals';

/** What a form knows after its action: nothing yet, done with a word, or refused with reasons and what was typed. */
export type ActionState =
  | { readonly status: 'idle' }
  | { readonly status: 'done'; readonly message: string | null; readonly at: number }
  | {
      readonly status: 'refused';
      readonly explained: Explained;
      readonly keep: Readonly<Record<string, string>>;
      readonly at: number;
    };

export const IDLE: ActionState = { status: 'idle' };

/** What a call from a client component brings back. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly explained: Explained; readonly code: string };
