/** Runs work later; answers how to call it off. */
export type Later = (work: () => void, ms: number) => () => void;

/** One piece of work that waits; starting it again calls the former off. */
export function createTimer(later: Later) {
  let callOff: (() => void) | null = null;
  const stop = () => {
    callOff?.();
    callOff = null;
  };
  const start = (work: () => void, ms: number) => {
    stop();
    callOff = later(work, ms);
  };
  return {
    stop,
    start,
    startOnce: (work: () => void, ms: number) => (callOff ? undefined : start(work, ms)),
  };
}
