/** A signal that gives a request up after so long. AbortSignal.timeout is unknown to the browsers of older phones. */
export function giveUpAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

/** Whether a request failed because it was given up, rather than because nothing could be reached. */
export function wasGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
