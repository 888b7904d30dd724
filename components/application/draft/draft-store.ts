import type { DraftState } from './draft-state';

/** The state of one draft in this window, and who listens to it. */
export type Store = {
  get(): DraftState;
  set(next: Partial<DraftState>): void;
  subscribe(listener: () => void): () => void;
};

export function createStore(first: DraftState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
