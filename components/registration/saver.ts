import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { Answers } from '@/lib/programme/rules/config';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly says: string; readonly isFinal: boolean };

export type Typed = {
  readonly answers: Answers;
  readonly sealed: SealedAnswers;
  /** Typed and not yet on the server, by field id. */
  readonly pending: Answers;
  readonly save: SaveState;
};

export type Saver = {
  getState(): Typed;
  subscribe(listener: () => void): () => void;
  change(fieldId: string, value: string): void;
  /** Saves at once; resolves when nothing is left, or when it could not be saved. */
  flush(): Promise<void>;
  /** The page goes away: what is left is sent without waiting for an answer. */
  leave(): void;
};

type Sent =
  | { ok: true; value: { answers: Answers; sealed: SealedAnswers; at: Date } }
  | { ok: false; says: string; isFinal: boolean };
export type Send = (changes: Answers, keepalive: boolean) => Promise<Sent>;
export type Later = (work: () => void, ms: number) => () => void;

const QUIET_MS = 800;
const RETRY_MS = 3000;

/** What is typed into the registration and its way to the server: one request at a time, tried again until it is there. */
export function createSaver(first: { answers: Answers; sealed: SealedAnswers }, send: Send, later: Later): Saver {
  let state: Typed = { ...first, pending: {}, save: { kind: 'saved', at: null } };
  let sending: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function set(next: Partial<Typed>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function soon(ms: number): void {
    callOff?.();
    callOff = later(() => void flush(), ms);
  }

  function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    while (Object.keys(state.pending).length > 0) {
      const batch = state.pending;
      set({ save: { kind: 'saving' } });
      const answer = await send(batch, false);
      if (!answer.ok) {
        set({ save: { kind: 'failed', says: answer.says, isFinal: answer.isFinal } });
        if (!answer.isFinal) soon(RETRY_MS);
        return;
      }
      // What was typed on while the request was under way goes with the next one.
      const left = Object.entries(state.pending).filter(([fieldId, value]) => batch[fieldId] !== value);
      const { at, ...standing } = answer.value;
      set({ ...standing, pending: Object.fromEntries(left), save: { kind: 'saved', at } });
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(fieldId, value) {
      set({ pending: { ...state.pending, [fieldId]: value } });
      soon(QUIET_MS);
    },
    flush,
    leave() {
      if (Object.keys(state.pending).length > 0) void send(state.pending, true);
    },
  };
}
